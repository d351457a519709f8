package org.switchlab.sampling;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Protocol;
import org.switchlab.run.Progress;

/** Keeps the budget and tells how far a run has come. */
final class Pace {

  private static final long REPORT_EVERY_NS = Duration.ofMillis(200).toNanos();

  private final Plan plan;
  private final Progress.Listener listener;
  private final LongSupplier nanoTime;
  private final long budgetNs;
  private final long startNs;
  private long reportedNs;

  Pace(Plan plan, Progress.Listener listener, LongSupplier nanoTime) {
    this.plan = plan;
    this.listener = listener;
    this.nanoTime = nanoTime;
    this.budgetNs = TimeUnit.MILLISECONDS.toNanos(plan.protocol().budgetMs());
    this.startNs = nanoTime.getAsLong();
    this.reportedNs = startNs - REPORT_EVERY_NS;
  }

  boolean isOver() {
    return elapsedNs() >= budgetNs;
  }

  /** Reports, unless the last report is recent, that {@code processes} are done. */
  void report(Point next, int processes) {
    long nowNs = nanoTime.getAsLong();
    if (nowNs - reportedNs >= REPORT_EVERY_NS) {
      reportedNs = nowNs;
      double share = doneShare(processes);
      listener.report(new Progress(share, remaining(share), describe(next), false));
    }
  }

  void finish() {
    listener.report(new Progress(1, Duration.ZERO, "done", true));
  }

  /** A fixed protocol is done by processes; an adaptive one usually by its budget. */
  private double doneShare(int processes) {
    Protocol protocol = plan.protocol();
    double byProcesses =
        (double) processes / ((long) plan.points().size() * protocol.minProcesses());
    double byTime = (double) elapsedNs() / budgetNs;
    return Math.clamp(protocol.isFixed() ? byProcesses : byTime, 0, 1);
  }

  private Duration remaining(double share) {
    double budgetLeftNs = Math.max(0, budgetNs - elapsedNs());
    double byShareNs = share > 0 ? elapsedNs() * (1 - share) / share : budgetLeftNs;
    return Duration.ofNanos((long) Math.min(budgetLeftNs, byShareNs));
  }

  private long elapsedNs() {
    return nanoTime.getAsLong() - startNs;
  }

  private static String describe(Point point) {
    return point.isDirect()
        ? "direct cost, " + point.subject()
        : "%d KiB, stride %d B".formatted(point.arrayBytes() >> 10, point.strideBytes());
  }
}
