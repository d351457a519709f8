package org.switchlab.estimate;

/** Why sampling at a point ended. */
public enum Stop {
  /** The interval is as narrow as asked. */
  PRECISION,
  /** The time or the number of processes ran out first. */
  BUDGET,
  /** A fixed protocol ran to its end. */
  FIXED,
  /** The user interrupted the run. */
  INTERRUPTED,
  /** The runner failed here. */
  FAILED
}
