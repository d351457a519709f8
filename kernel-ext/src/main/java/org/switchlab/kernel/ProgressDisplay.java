package org.switchlab.kernel;

import java.util.Map;
import java.util.UUID;
import org.switchlab.run.Progress;

/**
 * The progress of one run in one display: made at the first report, updated by the others.
 *
 * <p>A run that went to its end clears its bar, for its result stands there then; one that was
 * stopped leaves the bar where it was.
 */
public final class ProgressDisplay implements Progress.Listener {

  private final String id = "switchlab-progress-" + UUID.randomUUID();
  private final Screen screen;
  private boolean shown;

  /** Will be shown on {@code screen}. */
  public ProgressDisplay(Screen screen) {
    this.screen = screen;
  }

  @Override
  public synchronized void report(Progress progress) {
    if (shown) {
      screen.update(id, isComplete(progress) ? cleared() : ProgressBar.contents(progress));
    } else if (!isComplete(progress)) {
      screen.show(id, ProgressBar.contents(progress));
      shown = true;
    }
  }

  private static boolean isComplete(Progress progress) {
    return progress.finished() && progress.doneShare() >= 1;
  }

  private static Map<String, String> cleared() {
    return Map.of(Views.HTML, "", Views.TEXT, "");
  }
}
