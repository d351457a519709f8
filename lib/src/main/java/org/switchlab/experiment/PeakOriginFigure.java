package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.SizeScale;
import org.switchlab.plan.Point;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/** Switch cost over array size, one line for ordinary and one for huge pages. */
final class PeakOriginFigure {

  private static final double NS_PER_US = 1e3;

  private PeakOriginFigure() {}

  /** The figure of {@code result}; the answer stands below its heading. */
  static Figure of(PeakOriginResult result) {
    Mark.Series ordinary = line("4 KiB pages", Point.BASE_PAGE_BYTES, 0, result);
    Mark.Series huge = line("2 MiB pages", Point.HUGE_PAGE_BYTES, 3, result);
    List<Dot> dots = new ArrayList<>(ordinary.dots());
    dots.addAll(huge.dots());
    SizeScale sizes = SizeScale.of(dots.stream().map(dot -> (long) dot.x()).toList());
    List<Mark> marks = new ArrayList<>(List.of(ordinary, huge));
    CostFigure.caches(result.machine()).stream()
        .filter(cache -> isInside(cache, sizes))
        .forEach(marks::add);
    return new Figure(
        result.heading(numbers(result)),
        result.contrast().map(PeakOriginWords::remaining).stream().toList(),
        new Axis("array size of each process (KiB)", sizes),
        new Axis("cost of one switch (µs)", ValueAxis.symlog(dots)),
        marks);
  }

  private static String numbers(PeakOriginResult result) {
    String intervals = Units.share(result.plan().effort().level()) + " intervals";
    return result.causes().isEmpty() ? intervals : intervals + " · misses emulated";
  }

  /** A cache beyond the sizes would stretch an axis that is to show a rise. */
  private static boolean isInside(Mark cache, SizeScale sizes) {
    double place = sizes.toAxis(((Mark.Rule) cache).at());
    return place >= sizes.axisMin() && place <= sizes.axisMax();
  }

  private static Mark.Series line(String name, long pageBytes, int tint, PeakOriginResult result) {
    List<Dot> dots =
        result.estimates().stream()
            .filter(estimate -> estimate.point().pageBytes() == pageBytes)
            .sorted(Comparator.comparingLong(estimate -> estimate.point().arrayBytes()))
            .map(PeakOriginFigure::dot)
            .toList();
    return new Mark.Series(name, Look.line(tint).withoutBand(), dots);
  }

  private static Dot dot(CostEstimate estimate) {
    return Dot.upright(
        (double) estimate.point().arrayBytes(),
        estimate.switchCostNs(),
        NS_PER_US,
        Plural.of(estimate.processes(), "process", "processes"));
  }
}
