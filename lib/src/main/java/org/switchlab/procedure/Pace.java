package org.switchlab.procedure;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.run.Progress;
import org.switchlab.table.Column;
import org.switchlab.table.Unit;
import org.switchlab.unit.Plural;

/** Keeps the time of a run and tells how far it has come. */
final class Pace {

  private static final long REPORT_EVERY_NS = Duration.ofMillis(200).toNanos();

  private final Plan plan;
  private final Progress.Listener listener;
  private final LongSupplier nanoTime;
  private final long limitNs;
  private final long startNs;
  private long endNs;
  private long plannedVisits;
  private Optional<Integer> openVerdicts = Optional.empty();
  private long reportedNs;

  Pace(Plan plan, Progress.Listener listener, LongSupplier nanoTime) {
    Effort effort = plan.effort();
    this.plan = plan;
    this.listener = listener;
    this.nanoTime = nanoTime;
    this.endNs = TimeUnit.MILLISECONDS.toNanos(effort.budgetMs());
    this.limitNs = Math.max(endNs, TimeUnit.MILLISECONDS.toNanos(effort.limitMs()));
    this.plannedVisits = (long) plan.settings().size() * effort.passes();
    this.startNs = nanoTime.getAsLong();
    this.reportedNs = startNs - REPORT_EVERY_NS;
  }

  /** Whether its time is used up, or that until the next look. */
  boolean isOver() {
    return elapsedNs() >= endNs;
  }

  /** Goes on for as long again as it has taken; whether there is time left for that. */
  boolean extend() {
    long furtherNs = Math.min(limitNs, 2 * endNs);
    boolean further = furtherNs > endNs;
    endNs = furtherNs;
    return further;
  }

  long elapsedNs() {
    return nanoTime.getAsLong() - startNs;
  }

  /** So many visits will be made in all, if there is time. */
  void plan(long visits) {
    plannedVisits = visits;
  }

  /** So many verdicts are open. */
  void open(int verdicts) {
    openVerdicts = Optional.of(verdicts);
  }

  /** Reports, unless the last report is recent, that {@code visits} are done. */
  void report(Setting next, int pass, int visits) {
    long nowNs = nanoTime.getAsLong();
    if (nowNs - reportedNs >= REPORT_EVERY_NS) {
      reportedNs = nowNs;
      double share = doneShare(visits);
      listener.report(new Progress(share, remaining(share), words(next, pass), false));
    }
  }

  void finish() {
    listener.report(new Progress(1, Duration.ZERO, "done", true));
  }

  /** What ends first: the time, or the visits where their number is known. */
  private double doneShare(int visits) {
    double byVisits = plannedVisits > 0 ? (double) visits / plannedVisits : 0;
    double byTime = (double) elapsedNs() / limitNs;
    return Math.clamp(Math.max(byVisits, byTime), 0, 1);
  }

  private Duration remaining(double share) {
    double leftNs = Math.max(0, limitNs - elapsedNs());
    double byShareNs = share > 0 ? elapsedNs() * (1 - share) / share : leftNs;
    return Duration.ofNanos((long) Math.min(leftNs, byShareNs));
  }

  /**
   * {@code pass 7, 3 verdicts open}; before verdicts were looked at, the setting in their place.
   */
  private String words(Setting next, int pass) {
    String beside =
        openVerdicts.map(open -> Plural.of(open, "verdict") + " open").orElseGet(() -> words(next));
    return "pass %d, %s".formatted(pass + 1, beside);
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
