package org.switchlab.procedure;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.run.Progress;
import org.switchlab.table.Column;
import org.switchlab.table.Unit;

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
    this.budgetNs = TimeUnit.MILLISECONDS.toNanos(plan.effort().budgetMs());
    this.startNs = nanoTime.getAsLong();
    this.reportedNs = startNs - REPORT_EVERY_NS;
  }

  boolean isOver() {
    return elapsedNs() >= budgetNs;
  }

  /** Reports, unless the last report is recent, that {@code processes} are done. */
  void report(Setting next, int processes) {
    long nowNs = nanoTime.getAsLong();
    if (nowNs - reportedNs >= REPORT_EVERY_NS) {
      reportedNs = nowNs;
      double share = doneShare(processes);
      listener.report(new Progress(share, remaining(share), words(next), false));
    }
  }

  void finish() {
    listener.report(new Progress(1, Duration.ZERO, "done", true));
  }

  /** A fixed protocol is done by processes; an adaptive one usually by its budget. */
  private double doneShare(int processes) {
    Effort protocol = plan.effort();
    double byProcesses =
        (double) processes / ((long) plan.settings().size() * protocol.minProcesses());
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

  /** A setting in a few words: {@code array 48 KiB, stride 64 B}; {@code no array, no stride}. */
  private String words(Setting setting) {
    String words =
        plan.factors().stream()
            .filter(column -> setting.has(column.name()))
            .map(column -> word(column, setting))
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? plan.title() : words;
  }

  private static String word(Column column, Setting setting) {
    if (!column.isNumeric()) {
      return setting.text(column.name());
    }
    double number = setting.row().number(column.name()).orElse(0);
    return number == 0 && column.unit() == Unit.BYTES
        ? "no " + column.heading()
        : column.heading() + " " + column.unit().show(number);
  }
}
