package org.switchlab.counter;

import java.time.Duration;
import org.switchlab.run.Progress;

/** Reports equal steps, and guesses the time left from those that were done. */
final class Steps {

  private final int count;
  private final Progress.Listener listener;
  private final long startNs = System.nanoTime();
  private int done;

  Steps(int count, Progress.Listener listener) {
    this.count = count;
    this.listener = listener;
  }

  /** The next step begins. */
  void next(String name) {
    long passedNs = System.nanoTime() - startNs;
    Duration left = done == 0 ? Duration.ZERO : Duration.ofNanos(passedNs / done * (count - done));
    listener.report(new Progress((double) done / count, left, name, false));
    done++;
  }

  /** All steps are done. */
  void finish() {
    listener.report(new Progress(1, Duration.ZERO, "counted", true));
  }
}
