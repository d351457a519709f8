package org.switchlab.counter;

import java.time.Duration;
import org.switchlab.run.Progress;

/** Tells how far counting has come, and guesses the time left from the time that passed. */
final class Steps {

  private final Progress.Listener listener;
  private final long startNs = System.nanoTime();

  Steps(Progress.Listener listener) {
    this.listener = listener;
  }

  /**
   * {@code done} of {@code all} are done, in whatever they are measured, and {@code next} begins.
   */
  void report(long done, long all, String next) {
    double share = (double) done / all;
    double passedNs = System.nanoTime() - startNs;
    Duration left =
        done == 0 ? Duration.ZERO : Duration.ofNanos((long) (passedNs * (1 - share) / share));
    listener.report(new Progress(share, left, next, false));
  }

  void finish(String last) {
    listener.report(new Progress(1, Duration.ZERO, last, true));
  }
}
