package org.switchlab.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.switchlab.run.Progress;

/** Progress on stderr: on one line of a terminal, or as a line now and then where there is none. */
final class ProgressLine implements Progress.Listener {

  private static final int BAR_WIDTH = 24;
  private static final double LOG_STEP_SHARE = 0.25;
  private static final long LOG_WAIT_NS = Duration.ofSeconds(30).toNanos();

  private final PrintStream out = System.err;
  private final boolean terminal = Terminal.isTerminal(Terminal.STDERR);
  private double loggedShare = -1;
  private long loggedWaitNs = System.nanoTime() - LOG_WAIT_NS;

  @Override
  public void report(Progress progress) {
    if (terminal) {
      out.print("\r\033[K" + (progress.finished() ? "" : line(progress)));
      out.flush();
    } else if (progress.isWaiting()) {
      logWait(progress);
    } else if (progress.doneShare() - loggedShare >= LOG_STEP_SHARE && !progress.finished()) {
      loggedShare = progress.doneShare();
      out.println(line(progress));
    }
  }

  private void logWait(Progress progress) {
    if (System.nanoTime() - loggedWaitNs >= LOG_WAIT_NS) {
      loggedWaitNs = System.nanoTime();
      out.println(line(progress));
    }
  }

  private static String line(Progress progress) {
    if (progress.isWaiting()) {
      return progress.step();
    }
    int done = (int) Math.round(progress.doneShare() * BAR_WIDTH);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f %%  %d s left  %s",
        "#".repeat(done),
        ".".repeat(BAR_WIDTH - done),
        progress.doneShare() * 100,
        Math.ceilDiv(progress.remaining().toMillis(), 1_000),
        progress.step());
  }
}
