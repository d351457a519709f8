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
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * What counts say: medians, the curves they make over array size, and how repetitions differ.
 *
 * @param events what the figures show
 * @param spread whether the repetitions' differences are the result, not what they have in common
 */
public record CountAnalysis(List<CounterEvent> events, boolean spread) implements Analysis {

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

  /** Keeps an immutable copy and refuses a figure of nothing. */
  public CountAnalysis {
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("a counter figure shows no event: name at least one");
    }
  }

  @Override
  public List<Rows> tables(Plan plan, List<Observation> observations, Map<Setting, Stop> stops) {
    List<PhaseCounts> counts = CountObservations.counts(observations);
    List<Rows> tables = new ArrayList<>();
    tables.add(spread ? repetitions(plan, counts, events) : medians(plan, counts, events));
    tables.add(CurveTable.of(counts, events));
    if (spread) {
      tables.addAll(SpreadTables.of(counts, events.getFirst(), plan.effort().level()));
    }
    return tables;
  }

  @Override
  public List<Warning> doubts(
      Plan plan, Machine machine, List<Observation> observations, List<Rows> tables) {
    return plan.effort().passes() > 1
        ? List.of()
        : List.of(
            new Warning(
                WarningCode.SINGLE_REPETITION,
                "each count was taken once: nothing tells how far it varies, and no verdict rests"
                    + " on it",
                "--repetitions 5"));
  }

  /** One row a phase, event and space: medians over the repetitions. */
  static Rows medians(Plan plan, List<PhaseCounts> counts, List<CounterEvent> events) {
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
  static Rows repetitions(Plan plan, List<PhaseCounts> counts, List<CounterEvent> events) {
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
