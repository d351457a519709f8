package org.switchlab.kernel;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.switchlab.draw.Html;
import org.switchlab.run.Progress;

/** One report of progress as HTML and as text. */
final class ProgressBar {

  private static final int TEXT_WIDTH = 20;

  private ProgressBar() {}

  static Map<String, String> contents(Progress progress) {
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
