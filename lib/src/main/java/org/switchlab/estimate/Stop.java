package org.switchlab.estimate;

/** Why sampling at a point ended. */
public enum Stop {
  /** It had the passes that the precision asked for takes, as a pilot said. */
  PRECISION,
  /** The time was used up. */
  BUDGET,
  /** Every verdict of the run was decided. */
  DECIDED,
  /** A fixed protocol ran to its end. */
  FIXED,
  /** The user interrupted the run. */
  INTERRUPTED,
  /** The runner failed here. */
  FAILED,
  /** This machine has not what the setting asks for. */
  UNAVAILABLE
}
