package org.switchlab.estimate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CountObservations;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.counter.Space;
import org.switchlab.sample.Variant;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/**
 * The points of the curves that counts make over array size: medians over the repetitions with the
 * range of these. A single repetition has a value and no range.
 *
 * <p>An event is taken of both spaces together or, where the kernel's part of it was not counted,
 * of user space.
 */
public final class CurveTable {

  /** Title of the table. */
  public static final String TABLE = "curves";

  /** What a count is divided by. */
  public static final String UNIT = "unit";

  /** The count. */
  public static final String VALUE = "value";

  /** How often it was counted. */
  public static final String REPETITIONS = "repetitions";

  private static final List<Column> COLUMNS =
      List.of(
          Column.text(CountAnalysis.EVENT, "event"),
          Column.text(CountObservations.LEVEL, "level"),
          Column.whole(CountObservations.STRIDE, Unit.BYTES, "stride"),
          Column.text(CountObservations.VARIANT, "flow"),
          Column.text(UNIT, "per"),
          Column.text(CountAnalysis.SPACE, "space"),
          Column.whole(CountObservations.ARRAY, Unit.BYTES, "array"),
          Column.number(VALUE, Unit.COUNT, "count"),
          Column.mainEstimate(Unit.COUNT, "count"),
          Column.count(REPETITIONS, "repetitions"));

  private final List<PhaseCounts> counts;

  private CurveTable(List<PhaseCounts> counts) {
    this.counts = counts;
  }

  /** One row a point. */
  public static Rows of(List<PhaseCounts> counts, List<CounterEvent> events) {
    var table = new CurveTable(counts);
    return new Rows(
        TABLE, COLUMNS, events.stream().flatMap(event -> table.rows(event).stream()).toList());
  }

  private List<Row> rows(CounterEvent event) {
    Space space = space(counts, event);
    Map<Line, Map<Long, List<PhaseCounts>>> lines =
        counts.stream()
            .collect(
                groupingBy(
                    Line::of, TreeMap::new, groupingBy(Line::bytes, TreeMap::new, toList())));
    List<Row> rows = new ArrayList<>();
    lines.forEach(
        (line, sizes) -> {
          for (CountUnit unit : CountUnit.values()) {
            sizes.forEach(
                (bytes, same) -> {
                  double[] values = values(same, event, space, unit);
                  if (values.length > 0) {
                    rows.add(row(line, event, space, unit, bytes, values));
                  }
                });
          }
        });
    return rows;
  }

  private static Row row(
      Line line, CounterEvent event, Space space, CountUnit unit, long bytes, double[] values) {
    double median = Median.withDefaults().evaluate(values.clone());
    return Row.of(
        CountAnalysis.EVENT,
        event.word(),
        CountObservations.LEVEL,
        line.level.word(),
        CountObservations.STRIDE,
        line.strideBytes,
        CountObservations.VARIANT,
        line.variant.word(),
        CurveTable.UNIT,
        unit.word(),
        CountAnalysis.SPACE,
        space.word(),
        CountObservations.ARRAY,
        bytes,
        CurveTable.VALUE,
        median,
        Column.ESTIMATE_NAME,
        values.length > 1 ? Estimate.range(median, values) : null,
        CurveTable.REPETITIONS,
        values.length);
  }

  /** Where {@code event} was counted in all repetitions: in both spaces, or else in user space. */
  static Space space(List<PhaseCounts> counts, CounterEvent event) {
    boolean both = counts.stream().allMatch(one -> one.count(event, Space.ALL) != null);
    return both ? Space.ALL : Space.USER;
  }

  /** What each repetition counted, in the order counted; without those that counted it not. */
  static double[] values(List<PhaseCounts> same, CounterEvent event, Space space, CountUnit unit) {
    return same.stream()
        .map(one -> value(one, event, space, unit))
        .filter(value -> value != null)
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static @Nullable Double value(
      PhaseCounts one, CounterEvent event, Space space, CountUnit unit) {
    Long count = one.count(event, space);
    Double divisor =
        switch (unit) {
          case PER_MESSAGE -> Double.valueOf((double) one.phase().messages());
          case PER_THOUSAND_INSTRUCTIONS -> thousands(one.count(CounterEvent.INSTRUCTIONS, space));
        };
    return count == null || divisor == null ? null : Double.valueOf(count.doubleValue() / divisor);
  }

  private static @Nullable Double thousands(@Nullable Long instructions) {
    return instructions == null || instructions == 0 ? null : Double.valueOf(instructions / 1e3);
  }

  /** What the points of one curve have in common. */
  private record Line(Level level, long strideBytes, Variant variant) implements Comparable<Line> {

    private static final Comparator<Line> ORDER =
        Comparator.comparing(Line::level)
            .thenComparingLong(Line::strideBytes)
            .thenComparing(Line::variant);

    static Line of(PhaseCounts one) {
      return new Line(
          Level.ofSubject(one.phase().point().subject()),
          one.phase().point().strideBytes(),
          one.phase().variant());
    }

    static long bytes(PhaseCounts one) {
      return one.phase().point().arrayBytes();
    }

    @Override
    public int compareTo(Line other) {
      return ORDER.compare(this, other);
    }
  }
}
