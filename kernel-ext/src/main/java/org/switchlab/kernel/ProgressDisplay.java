package org.switchlab.kernel;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.switchlab.draw.Html;
import org.switchlab.run.Progress;
import org.switchlab.run.ProgressDefault;

/**
 * The progress of one run in one display: made at the first report, updated by the others.
 *
 * <p>A run that went to its end clears its bar, for its result stands there then; one that was
 * stopped leaves the bar where it was.
 */
public final class ProgressDisplay implements Progress.Listener {

  private static final int TEXT_WIDTH = 20;
  private static final Map<String, String> CLEARED = Map.of(Views.HTML, "", Views.TEXT, "");

  private final String id = "switchlab-progress-" + UUID.randomUUID();
  private final Screen screen;
  private boolean shown;

  /** Will be shown on {@code screen}. */
  public ProgressDisplay(Screen screen) {
    this.screen = screen;
  }

  /**
   * Makes {@code screen} the place where every run reports; each run first looks for what would
   * disturb it. Closing the answer undoes it.
   */
  public static ProgressDefault.Installation install(Screen screen, BurningThreads burning) {
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

  @Override
  public synchronized void report(Progress progress) {
    if (shown) {
      screen.update(id, isComplete(progress) ? CLEARED : contents(progress));
    } else if (!isComplete(progress)) {
      screen.show(id, contents(progress));
      shown = true;
    }
  }

  private static boolean isComplete(Progress progress) {
    return progress.finished() && progress.doneShare() >= 1;
  }

  private static Map<String, String> contents(Progress progress) {
    return Map.of(Views.HTML, html(progress), Views.TEXT, text(progress));
  }

  private static String html(Progress progress) {
    String bar =
        String.format(
            Locale.ROOT,
            "<progress max=\"1\" value=\"%.3f\" style=\"width:16em\"></progress> ",
            share(progress));
    return "<div class=\"switchlab-progress\">" + bar + Html.escape(words(progress)) + "</div>";
  }

  private static String text(Progress progress) {
    int full = (int) Math.round(share(progress) * TEXT_WIDTH);
    return "[" + "#".repeat(full) + ".".repeat(TEXT_WIDTH - full) + "] " + words(progress);
  }

  private static String words(Progress progress) {
    if (progress.isWaiting()) {
      return progress.step();
    }
    String percent = Math.round(100 * share(progress)) + " %";
    // A run that was stopped half-way is finished too: its last report must not promise more time.
    String time = progress.finished() ? "" : ", " + timeLeft(progress.remaining());
    return percent + time + (progress.step().isEmpty() ? "" : " · " + progress.step());
  }

  private static String timeLeft(Duration remaining) {
    long seconds = Math.max(0, Math.round(remaining.toMillis() / 1000.0));
    return seconds < 60
        ? seconds + " s left"
        : String.format(Locale.ROOT, "%d min %02d s left", seconds / 60, seconds % 60);
  }

  private static double share(Progress progress) {
    double share = progress.doneShare();
    return share >= 0 ? Math.min(1, share) : 0;
  }
}
