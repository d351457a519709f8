package org.switchlab.estimate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CountObservations;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Phase;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.counter.Space;
import org.switchlab.plan.Plan;
import org.switchlab.sample.Observation;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/**
 * Counts as the rows of a table, one a phase, space and event. What was not counted has no row.
 * Single and switch do the same work, so their counts compare.
 */
public final class CountTable {

  /** Where an event was counted. */
  public static final String SPACE = "space";

  /** What was counted. */
  public static final String EVENT = "event";

  private static final List<Column> COLUMNS =
      List.of(
          Column.text(SPACE, "space"),
          Column.text(EVENT, "event"),
          Column.count("count", "count"),
          Column.count("instructions", "instructions"),
          Column.number("perThousandInstructions", Unit.COUNT, "per 1000 instructions"),
          Column.count("switches", "switches"));

  private CountTable() {}

  /** One row a phase, event and space: medians over the repetitions. */
  public static Rows medians(Plan plan, List<PhaseCounts> counts, List<CounterEvent> events) {
    List<Column> columns = new ArrayList<>(plan.factors());
    columns.addAll(COLUMNS);
    Map<Phase, List<PhaseCounts>> phases =
        counts.stream().collect(groupingBy(PhaseCounts::phase, LinkedHashMap::new, toList()));
    return new Rows(
        Analysis.ESTIMATES,
        columns,
        phases.values().stream().flatMap(same -> rows(same, events).stream()).toList());
  }

  /** One row a repetition, where the spread between them is the result. */
  public static Rows repetitions(Plan plan, List<PhaseCounts> counts, List<CounterEvent> events) {
    List<Column> columns = new ArrayList<>(plan.factors());
    columns.add(Column.count(Observation.REPETITION, "repetition"));
    columns.addAll(COLUMNS);
    List<Row> rows = new ArrayList<>();
    for (PhaseCounts one : counts) {
      rows(List.of(one), events)
          .forEach(row -> rows.add(row.with(Observation.REPETITION, one.repetition())));
    }
    return new Rows(Analysis.ESTIMATES, columns, rows);
  }

  /** The rows of one phase's repetitions. */
  private static List<Row> rows(List<PhaseCounts> same, List<CounterEvent> events) {
    Row where = CountObservations.setting(same.getFirst().phase()).row();
    long switches = median(same.stream().mapToDouble(PhaseCounts::switches).toArray());
    List<Row> rows = new ArrayList<>();
    for (CounterEvent event : events) {
      for (Space space : Space.values()) {
        Long count = median(same, event, space);
        if (count != null) {
          Long instructions = median(same, CounterEvent.INSTRUCTIONS, space);
          rows.add(
              where.with(
                  SPACE,
                  space.word(),
                  EVENT,
                  event.word(),
                  "count",
                  count,
                  "instructions",
                  instructions,
                  "perThousandInstructions",
                  perThousand(count, instructions),
                  "switches",
                  switches));
        }
      }
    }
    return rows;
  }

  private static @Nullable Double perThousand(long count, @Nullable Long instructions) {
    return instructions == null || instructions == 0 ? null : (Double) (1e3 * count / instructions);
  }

  private static @Nullable Long median(List<PhaseCounts> same, CounterEvent event, Space space) {
    double[] values =
        same.stream()
            .map(one -> one.count(event, space))
            .filter(Objects::nonNull)
            .mapToDouble(Long::doubleValue)
            .toArray();
    return values.length == 0 ? null : Long.valueOf(median(values));
  }

  private static long median(double[] values) {
    return Math.round(Median.withDefaults().evaluate(values));
  }
}
