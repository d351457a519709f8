package org.switchlab.run;

import java.time.Duration;

/**
 * How far a run has come.
 *
 * @param doneShare share of the work that is done, 0 to 1
 * @param remaining estimated time left; zero before the end if it is not known
 * @param step what is being measured now, a few words
 * @param finished whether this is the run's last report
 */
public record Progress(double doneShare, Duration remaining, String step, boolean finished) {

  /** Nothing is done yet and nobody knows how long it will take: {@code step} says why. */
  public static Progress waiting(String step) {
    return new Progress(0, Duration.ZERO, step, false);
  }

  /** Whether it is one of these. */
  public boolean isWaiting() {
    return doneShare == 0 && remaining.isZero() && !finished;
  }

  /** Receives reports; called on the running thread, a few times a second at most. */
  @FunctionalInterface
  public interface Listener {

    /** A listener that shows nothing. */
    Listener SILENT = progress -> {};

    /** Shows {@code progress}; must return quickly and must not throw. */
    void report(Progress progress);
  }
}
