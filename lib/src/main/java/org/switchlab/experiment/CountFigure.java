package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CountObservations;
import org.switchlab.counter.CountedMachine;
import org.switchlab.counter.CounterEvent;
import org.switchlab.estimate.CurveTable;
import org.switchlab.estimate.EventCurves;
import org.switchlab.estimate.SpreadTables;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.SizeScale;
import org.switchlab.figure.SymlogScale;
import org.switchlab.sample.Variant;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Pivot;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;
import org.switchlab.unit.Units;

/**
 * Counts over array size: a colour a stride or event, full lines with switches, dashed ones
 * without.
 */
final class CountFigure {

  private static final double PPM = 1e6;

  /** Width of the strip of one level, in powers of two of the size axis. */
  private static final double STRIP_OCTAVES = 0.3;

  /** The least deviation worth a linear part, in parts of a million. */
  private static final double SMALLEST_PPM = 1;

  /** Distance of neighbouring lines at one size, in powers of two, so that none hides another. */
  private static final double ASIDE_OCTAVES = 0.04;

  /** The least median count worth a linear part of the axis. */
  private static final double SMALLEST = 0.1;

  private static final String LINE = "line";

  /** The points of one line and what tells it from others. */
  private record Line(String name, Variant variant, int group, List<Row> points) {

    String label() {
      return name + ", " + variant.word();
    }

    Look look() {
      Look line = Look.line(group).withoutBand();
      return variant == Variant.PAIR ? line : line.with(Look.Stroke.DASHED).with(Look.Shape.HOLLOW);
    }
  }

  private CountFigure() {}

  static Figure of(Counts result) {
    List<Line> lines = lines(result);
    List<Mark> marks = new ArrayList<>();
    List<Dot> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      double aside = Math.pow(2, (i - (lines.size() - 1) / 2.0) * ASIDE_OCTAVES);
      List<Dot> dots =
          lines.get(i).points().stream()
              .map(point -> dot(point, point.whole(CountObservations.ARRAY) * aside))
              .toList();
      all.addAll(dots);
      marks.add(new Mark.Series(lines.get(i).label(), lines.get(i).look(), dots));
    }
    marks.addAll(caches(result.counted()));
    List<Long> sizes =
        lines.stream()
            .flatMap(line -> line.points().stream())
            .map(point -> point.whole(CountObservations.ARRAY))
            .toList();
    return new Figure(
        result.heading(),
        List.of(),
        new Axis("array size of each side (KiB)", SizeScale.of(sizes)),
        new Axis(result.quantity(), ValueAxis.symlog(all, SMALLEST, new double[0])),
        marks);
  }

  private static List<Line> lines(Counts result) {
    List<Line> lines = new ArrayList<>();
    int group = 0;
    for (CounterEvent event : result.events()) {
      EventCurves curves = result.curves(event);
      for (long stride : curves.stridesBytes(result.level())) {
        String name = result.events().size() > 1 ? event.title() : "stride %d B".formatted(stride);
        for (Variant variant : Variant.values()) {
          List<Row> points = curves.points(result.level(), stride, variant, result.unit());
          if (!points.isEmpty()) {
            lines.add(new Line(name, variant, group, points));
          }
        }
        group++;
      }
    }
    return lines;
  }

  /** The value of a row, with its interval where there is one. */
  static Dot dot(Row row, double at) {
    Estimate estimate = row.estimate(Column.ESTIMATE_NAME);
    return estimate == null
        ? Dot.at(at, row.number(CurveTable.VALUE).orElseThrow())
        : Dot.upright(at, estimate, 1, estimate.kind());
  }

  /** The same as a table: a row a size, a column a line. */
  static Rows numbers(Counts result) {
    List<Line> lines = lines(result);
    boolean intervals =
        lines.stream()
            .flatMap(line -> line.points().stream())
            .allMatch(point -> point.has(Column.ESTIMATE_NAME));
    Column number =
        intervals
            ? Column.mainEstimate(Unit.COUNT, result.quantity())
            : Column.number(CurveTable.VALUE, Unit.COUNT, result.quantity());
    List<Row> points = new ArrayList<>();
    for (Line line : lines) {
      for (Row point : line.points()) {
        points.add(
            Row.of(
                CountObservations.ARRAY,
                point.whole(CountObservations.ARRAY),
                LINE,
                line.label(),
                number.name(),
                point.get(number.name())));
      }
    }
    Column array = Column.whole(CountObservations.ARRAY, Unit.BYTES, "array");
    return Pivot.of(
        new Rows(result.quantity(), List.of(array, Column.text(LINE, "line"), number), points),
        CountObservations.ARRAY,
        LINE,
        number.name());
  }

  /** The caches, and what the dTLB maps, as far as known, smallest first; equal ones together. */
  private static List<Mark> caches(CountedMachine machine) {
    Map<Long, String> names = new TreeMap<>();
    mark(names, "L1d", machine.l1dBytes());
    mark(names, "dTLB", machine.dtlbReachBytes());
    mark(names, "L2", machine.l2Bytes());
    mark(names, "L3", machine.l3Bytes());
    return names.entrySet().stream()
        .map(cache -> CostFigure.cache(cache.getValue(), cache.getKey()))
        .toList();
  }

  private static void mark(Map<Long, String> names, String name, @Nullable Long bytes) {
    if (bytes != null) {
      names.merge(bytes, name, (before, one) -> before + ", " + one);
    }
  }

  /**
   * How counts vary: each repetition a mark, its deviation from the median of its array size
   * upright, levels beside each other.
   */
  static Figure spread(Counts result) {
    Rows deviations = result.rows(SpreadTables.DEVIATIONS);
    List<Object> levels = deviations.distinct(CountObservations.LEVEL);
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      double centre = (i - (levels.size() - 1) / 2.0) * 1.2 * STRIP_OCTAVES;
      Rows own = narrowest(deviations.where(CountObservations.LEVEL, levels.get(i)));
      marks.add(
          new Mark.Series(
              name(result, levels.get(i), own), Look.points(3 * i), strips(own, centre)));
    }
    double[] ppm =
        deviations.rows().stream()
            .flatMapToDouble(row -> row.number(SpreadTables.DEVIATION).stream())
            .map(share -> PPM * share)
            .toArray();
    return new Figure(
        result.heading(),
        List.of(),
        new Axis("array size of each side (KiB)", SizeScale.of(sizes(deviations))),
        new Axis(
            "instructions, deviation from the median (ppm)",
            // Everything in view, above zero and below alike.
            SymlogScale.of(Arrays.stream(ppm).map(Math::abs).toArray(), ppm, SMALLEST_PPM)),
        marks);
  }

  /** Those of the smallest stride. */
  private static Rows narrowest(Rows ofLevel) {
    long stride =
        ofLevel.rows().stream()
            .mapToLong(row -> row.whole(CountObservations.STRIDE))
            .min()
            .orElseThrow();
    return ofLevel.where(CountObservations.STRIDE, stride);
  }

  private static List<Long> sizes(Rows deviations) {
    return deviations.distinct(CountObservations.ARRAY).stream().map(b -> (long) b).toList();
  }

  /** The repetitions of each size side by side, in their order. */
  private static List<Dot> strips(Rows ofLevel, double centre) {
    List<Dot> dots = new ArrayList<>();
    for (long bytes : sizes(ofLevel)) {
      List<Row> repetitions = ofLevel.where(CountObservations.ARRAY, bytes).rows();
      for (int i = 0; i < repetitions.size(); i++) {
        double place = (i + 0.5) / repetitions.size() - 0.5;
        double at = bytes * Math.pow(2, centre + place * STRIP_OCTAVES);
        repetitions
            .get(i)
            .number(SpreadTables.DEVIATION)
            .ifPresent(share -> dots.add(Dot.at(at, PPM * share)));
      }
    }
    return dots;
  }

  private static String name(Counts result, Object level, Rows ofLevel) {
    long smallest = sizes(ofLevel).stream().mapToLong(b -> b).min().orElseThrow();
    double median =
        result
            .rows(SpreadTables.SPREAD)
            .where(CountObservations.LEVEL, level)
            .where(CountObservations.ARRAY, smallest)
            .first()
            .flatMap(row -> row.number(SpreadTables.MEDIAN).stream().boxed().findFirst())
            .orElseThrow();
    return "%s level: %s a message at %s"
        .formatted(level, Units.digits(median), Units.bytes(smallest));
  }
}
