package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.switchlab.counter.CountObservations;
import org.switchlab.estimate.SpreadTables;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.SizeScale;
import org.switchlab.figure.SymlogScale;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.unit.Units;

/**
 * How counts vary: each repetition a mark, its deviation from the median of its array size upright,
 * levels beside each other.
 */
final class SpreadFigure {

  private static final double PPM = 1e6;

  /** Width of the strip of one level, in powers of two of the size axis. */
  private static final double STRIP_OCTAVES = 0.3;

  /** The least deviation worth a linear part, in parts of a million. */
  private static final double SMALLEST_PPM = 1;

  private SpreadFigure() {}

  /** The figure of {@code result}. */
  static Figure of(Counts result) {
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
