package org.switchlab.run;

/** How far a runner process had come when something happened. */
enum Phase {
  /** Until it says hello. */
  STARTING("starting"),
  /** Mapping its array, forking its peer, warming up, until it is ready. */
  PREPARING("preparing"),
  /** Measuring batches, until it is gone. */
  RUNNING("running");

  private final String doing;

  Phase(String doing) {
    this.doing = doing;
  }

  @Override
  public String toString() {
    return doing;
  }
}
