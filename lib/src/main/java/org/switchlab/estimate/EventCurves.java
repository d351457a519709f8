package org.switchlab.estimate;

import static java.util.Comparator.comparingLong;

import java.util.List;
import org.switchlab.counter.CountObservations;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.counter.Space;
import org.switchlab.sample.Variant;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;

/** The curves that the counts of one event make over array size, read from {@link CurveTable}. */
public final class EventCurves {

  private final Rows points;

  private EventCurves(Rows points) {
    this.points = points;
  }

  /** The curves of {@code event}; without points if it was not counted. */
  public static EventCurves of(Rows curves, CounterEvent event) {
    return new EventCurves(curves.where(CountAnalysis.EVENT, event.word()));
  }

  /** Where the counts were taken. */
  public Space space() {
    return points
        .first()
        .filter(point -> point.text(CountAnalysis.SPACE).equals(Space.USER.word()))
        .map(point -> Space.USER)
        .orElse(Space.ALL);
  }

  /** How often each point was counted; the fewest, if not all alike; 0 if there is none. */
  public int repetitions() {
    return points.rows().stream()
        .mapToInt(point -> Math.toIntExact(point.whole(CurveTable.REPETITIONS)))
        .min()
        .orElse(0);
  }

  /** The levels counted, in the order of {@link Level}. */
  public List<Level> levels() {
    return points.distinct(CountObservations.LEVEL).stream()
        .map(word -> Level.of(word.toString()))
        .sorted()
        .toList();
  }

  /** The strides counted at {@code level}, in bytes, rising. */
  public List<Long> stridesBytes(Level level) {
    return points
        .where(CountObservations.LEVEL, level.word())
        .distinct(CountObservations.STRIDE)
        .stream()
        .map(stride -> (long) stride)
        .sorted()
        .toList();
  }

  /** The points of one curve by rising size. */
  public List<Row> points(Level level, long strideBytes, Variant variant, CountUnit unit) {
    return points
        .where(CountObservations.LEVEL, level.word())
        .where(CountObservations.STRIDE, strideBytes)
        .where(CountObservations.VARIANT, variant.word())
        .where(CurveTable.UNIT, unit.word())
        .rows()
        .stream()
        .sorted(comparingLong(point -> point.whole(CountObservations.ARRAY)))
        .toList();
  }

  /** One curve. */
  public CountCurve curve(Level level, long strideBytes, Variant variant, CountUnit unit) {
    List<Row> line = points(level, strideBytes, variant, unit);
    return new CountCurve(
        line.stream().map(point -> point.whole(CountObservations.ARRAY)).toList(),
        line.stream().map(EventCurves::estimate).toList());
  }

  /**
   * A count with the range of its repetitions. Nothing tells how far a count varies that was taken
   * once: its range has no ends, so that no verdict can rest on it.
   *
   * @param point with the columns of {@link CurveTable}
   */
  public static Estimate estimate(Row point) {
    Estimate estimate = point.estimate(Column.ESTIMATE_NAME);
    if (estimate != null) {
      return estimate;
    }
    double value = point.number(CurveTable.VALUE).orElseThrow();
    return new Estimate(value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 1);
  }
}
