package org.switchlab.kernel;

import org.switchlab.run.ProgressDefault;

/** Shows the progress of every run in the notebook. */
public final class NotebookProgress {

  private NotebookProgress() {}

  /**
   * Makes {@code screen} the place where runs report; each run first looks for what would disturb
   * it.
   *
   * @return undoes it
   */
  public static ProgressDefault.Installation install(Screen screen, BurningWarning burning) {
    return ProgressDefault.install(
        () -> {
          awaitQuiet();
          burning.beforeMeasurement();
          return new ProgressDisplay(screen);
        });
  }

  private static void awaitQuiet() {
    try {
      WarmUp.await();
    } catch (InterruptedException e) {
      // The stop button: the run, which starts next, sees it.
      Thread.currentThread().interrupt();
    }
  }
}
