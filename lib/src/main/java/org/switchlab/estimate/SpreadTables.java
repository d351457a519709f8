package org.switchlab.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CountObservations;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.counter.Space;
import org.switchlab.plan.Point;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Variant;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/** How counts of the same work with switches differ from repetition to repetition, a message. */
public final class SpreadTables {

  /** Title of the table of one row a level, stride and size: median, least, most, deviation. */
  public static final String SPREAD = "spread";

  /** Title of the table of one row a repetition: how far it is from the median of its point. */
  public static final String DEVIATIONS = "deviations";

  /**
   * Title of the table of one row a level: the mean deviation over all its points, with interval.
   */
  public static final String VARIATION = "variation";

  /** How far a repetition is from the median, as a share of that. */
  public static final String DEVIATION = "deviationShare";

  /** The median of the repetitions. */
  public static final String MEDIAN = "median";

  /** Fewer repetitions of a point say too little of how they vary. */
  public static final int FEWEST = 5;

  private static final List<Column> WHERE =
      List.of(
          Column.text(CountObservations.LEVEL, "level"),
          Column.whole(CountObservations.STRIDE, Unit.BYTES, "stride"),
          Column.whole(CountObservations.ARRAY, Unit.BYTES, "array"));

  private final Map<Point, double[]> points = new TreeMap<>(SpreadTables::compare);

  private SpreadTables(List<PhaseCounts> counts, CounterEvent event) {
    Space space = CurveTable.space(counts, event);
    counts.stream()
        .filter(one -> one.phase().variant() == Variant.PAIR)
        .collect(Collectors.groupingBy(one -> one.phase().point()))
        .forEach(
            (point, same) ->
                points.put(point, CurveTable.values(same, event, space, CountUnit.PER_MESSAGE)));
    points.values().removeIf(values -> values.length == 0);
  }

  private static int compare(Point a, Point b) {
    return Comparator.comparing((Point p) -> Level.ofSubject(p.subject()))
        .thenComparingLong(Point::strideBytes)
        .thenComparingLong(Point::arrayBytes)
        .compare(a, b);
  }

  /**
   * The three tables.
   *
   * @param level of the intervals
   */
  public static List<Rows> of(List<PhaseCounts> counts, CounterEvent event, double level) {
    var tables = new SpreadTables(counts, event);
    return List.of(tables.spread(), tables.deviations(), tables.variation(level));
  }

  private static Row where(Point point) {
    return Row.of(
        CountObservations.LEVEL, Level.ofSubject(point.subject()).word(),
        CountObservations.STRIDE, point.strideBytes(),
        CountObservations.ARRAY, point.arrayBytes());
  }

  private static List<Column> columns(Column... further) {
    List<Column> columns = new ArrayList<>(WHERE);
    columns.addAll(List.of(further));
    return columns;
  }

  private Rows spread() {
    List<Row> rows = new ArrayList<>();
    points.forEach(
        (point, values) ->
            rows.add(
                where(point)
                    .with(
                        CurveTable.REPETITIONS,
                        values.length,
                        MEDIAN,
                        median(values),
                        "least",
                        Arrays.stream(values).min(),
                        "most",
                        Arrays.stream(values).max(),
                        DEVIATION,
                        deviation(values))));
    return new Rows(
        SPREAD,
        columns(
            Column.count(CurveTable.REPETITIONS, "repetitions"),
            Column.number(MEDIAN, Unit.COUNT, "median"),
            Column.number("least", Unit.COUNT, "least"),
            Column.number("most", Unit.COUNT, "most"),
            Column.number(DEVIATION, Unit.SHARE, "deviation")),
        rows);
  }

  private Rows deviations() {
    List<Row> rows = new ArrayList<>();
    points.forEach(
        (point, values) -> {
          double median = median(values);
          for (int i = 0; i < values.length; i++) {
            rows.add(
                where(point)
                    .with(
                        Observation.REPETITION,
                        i,
                        "perMessage",
                        values[i],
                        DEVIATION,
                        median == 0 ? null : (Double) (values[i] / median - 1)));
          }
        });
    return new Rows(
        DEVIATIONS,
        columns(
            Column.count(Observation.REPETITION, "repetition"),
            Column.number("perMessage", Unit.COUNT, "a message"),
            Column.number(DEVIATION, Unit.SHARE, "deviation from the median")),
        rows);
  }

  /**
   * How far repetitions lie from the median, on average over those points that were counted often
   * enough. Repetitions are the units, because each is a run of its own; absolute deviations and
   * not their squares, so that one wild repetition does not decide (Brown and Forsythe, <i>Journal
   * of the American Statistical Association</i> 69, 1974).
   */
  private Rows variation(double confidence) {
    List<Row> rows = new ArrayList<>();
    for (Level level : Level.values()) {
      List<double[]> often =
          points.entrySet().stream()
              .filter(point -> point.getKey().subject().equals(level.subject()))
              .map(Map.Entry::getValue)
              .filter(values -> values.length >= FEWEST)
              .map(SpreadTables::deviationShares)
              .toList();
      TrimmedMean.untrimmed(byRepetition(often))
          .map(mean -> mean.interval(confidence))
          .ifPresent(
              d ->
                  rows.add(Row.of(CountObservations.LEVEL, level.word(), Column.ESTIMATE_NAME, d)));
    }
    return new Rows(
        VARIATION,
        List.of(
            Column.text(CountObservations.LEVEL, "level"),
            Column.mainEstimate(Unit.SHARE, "mean deviation from the median")),
        rows);
  }

  private static double median(double[] values) {
    return Median.withDefaults().evaluate(values.clone());
  }

  /** How far each repetition lies from the median, as a share of that. */
  private static double[] deviationShares(double[] values) {
    double median = median(values);
    return Arrays.stream(values)
        .map(value -> value == median ? 0 : Math.abs(value / median - 1))
        .toArray();
  }

  /** The mean over the points of each repetition that all of them have. */
  private static double[] byRepetition(List<double[]> points) {
    int common = points.stream().mapToInt(values -> values.length).min().orElse(0);
    return IntStream.range(0, common)
        .mapToDouble(i -> points.stream().mapToDouble(values -> values[i]).average().orElseThrow())
        .toArray();
  }

  /** Standard deviation as a share of the mean; absent of a single repetition. */
  private static @Nullable Double deviation(double[] values) {
    return values.length < 2
        ? null
        : (Double) (StandardDeviation.of(values).getAsDouble() / Mean.of(values).getAsDouble());
  }
}
