package org.switchlab.counter;

import java.util.List;
import java.util.stream.Collectors;
import org.switchlab.counter.ProgramCounts.Row;
import org.switchlab.os.Body;
import org.switchlab.os.PerfGroup;
import org.switchlab.os.PerfKernel;
import org.switchlab.warning.Warning;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What the calling thread counted while it ran some code; threads started meanwhile included.
 *
 * <p>It shows itself in a notebook. Within the counts are a few system calls of the counting
 * itself, and whatever the JVM does on this thread: compile, collect, load classes. Run the code
 * once before to leave most of that out.
 *
 * @param rows an event that could not be counted has none
 * @param durationNs time from enabling the counters to disabling them, in ns
 */
public record LambdaCount(List<Row> rows, long durationNs, List<Warning> warnings) {

  /**
   * Runs {@code body} and counts it.
   *
   * @throws X what {@code body} throws; nothing was counted then
   * @throws IllegalStateException on a virtual thread, which moves between kernel threads
   * @throws CounterException if no counter can be opened
   */
  public static <X extends Exception> LambdaCount of(Body<X> body) throws X {
    return of(PerfKernel.LIVE, Countable.onThisMachine(), body);
  }

  static <X extends Exception> LambdaCount of(
      PerfKernel kernel, List<Countable> countable, Body<X> body) throws X {
    try (var counters =
        new OneRunCounters(countable, group -> PerfGroup.onThisThread(kernel, group))) {
      counters.enable();
      long startNs = System.nanoTime();
      body.run();
      long durationNs = System.nanoTime() - startNs;
      counters.disable();
      List<Row> rows = counters.rows();
      return new LambdaCount(rows, durationNs, counters.warnings());
    }
  }

  /** Columns {@code event}, {@code space}, {@code value}. */
  public Table table() {
    return Table.create(
        "count",
        StringColumn.create("event", rows.stream().map(Row::event)),
        StringColumn.create("space", rows.stream().map(row -> row.space().word())),
        LongColumn.create("value", rows.stream().mapToLong(Row::value).toArray()));
  }

  /** The table as text, and the warnings. */
  @Override
  public String toString() {
    return table().print()
        + warnings.stream()
            .map(warning -> "%n%s".formatted(warning.message()))
            .collect(Collectors.joining());
  }
}
