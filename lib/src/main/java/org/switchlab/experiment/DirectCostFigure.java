package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.PublishedPoint;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LinearScale;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.SymlogScale;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Rows;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/**
 * How the direct cost is distributed over the couples: one histogram of the quiet couples, one of
 * the disturbed, in bins that both share.
 *
 * <p>Below zero each process has a mark at its median: layout differs by process, and its variation
 * shows as distance of the marks.
 */
final class DirectCostFigure {

  private static final int MOST_BINS = 60;
  private static final double NS_PER_US = 1e3;

  /** Steps of the count axis, about. */
  private static final int COUNT_STEPS = 6;

  private static final Look QUIET = new Look(0, Look.Stroke.FULL, Look.Shape.NONE, true);
  private static final Look DISTURBED = new Look(3, Look.Stroke.DASHED, Look.Shape.NONE, true);

  private final SwitchCosts result;
  private final List<Double> quietNs;
  private final List<Double> disturbedNs;
  private final List<Double> mediansNs;
  private final @Nullable Estimate cost;
  private final CostBins bins;
  private final LinearScale counts;
  private final List<Mark> marks = new ArrayList<>();

  private DirectCostFigure(SwitchCosts result) {
    this.result = result;
    this.quietNs = costsNs(result, true);
    this.disturbedNs = costsNs(result, false);
    this.mediansNs = result.direct().map(CostEstimate::processMediansNs).orElse(List.of());
    this.cost = result.direct().map(CostEstimate::switchCostNs).orElse(null);
    OptionalDouble estimateNs =
        cost == null ? OptionalDouble.empty() : OptionalDouble.of(cost.value());
    this.bins = CostBins.of(List.of(quietNs, disturbedNs), estimateNs, MOST_BINS);
    this.counts = countScale(bins, quietNs, disturbedNs);
  }

  private static List<Double> costsNs(SwitchCosts result, boolean quiet) {
    Rows couples = result.rows(DirectCostAnalysis.COUPLES);
    return couples.where(DirectCostAnalysis.QUIET, quiet).rows().stream()
        .map(row -> row.number(DirectCostAnalysis.COST).orElseThrow())
        .toList();
  }

  /** Whole steps, since couples are, and one free step above for what stands there in words. */
  private static LinearScale countScale(
      CostBins bins, List<Double> quietNs, List<Double> disturbedNs) {
    double highest =
        Stream.of(quietNs, disturbedNs)
            .flatMap(costsNs -> bins.counts(costsNs).stream())
            .mapToDouble(count -> count)
            .max()
            .orElse(0);
    double step = Math.max(1, SymlogScale.niceStep(Math.max(1, highest) / COUNT_STEPS));
    return new LinearScale(0, step * (Math.ceil(highest / step) + 1), step);
  }

  /** The figure of {@code result}. */
  static Figure of(SwitchCosts result) {
    return new DirectCostFigure(result).draw();
  }

  private Figure draw() {
    histogram("quiet", quietNs, QUIET);
    histogram("disturbed", disturbedNs, DISTURBED);
    if (cost != null) {
      estimate(cost);
    }
    published().ifPresent(this::published);
    processes();
    String outside = outside();
    return new Figure(
        result.heading(Lines.intervals(result.rows(), result.rows().column(Column.ESTIMATE_NAME))),
        outside.isEmpty() ? List.of() : List.of(outside),
        new Axis("cost of one switch (µs)", costScale()),
        new Axis("couples in %s µs".formatted(bins.width()), counts),
        marks);
  }

  private LinearScale costScale() {
    return LinearScale.between(
        bins.edgeUs(0) - bins.widthUs() / 2, bins.edgeUs(bins.count()) + bins.widthUs() / 2);
  }

  private void histogram(String state, List<Double> costsNs, Look look) {
    if (!costsNs.isEmpty()) {
      String name = "%s: %s".formatted(state, Plural.of(costsNs.size(), "couple"));
      marks.add(new Mark.Steps(name, look, bins.edgesUs(), bins.counts(costsNs)));
    }
  }

  private void estimate(Estimate shown) {
    Look strip = new Look(Look.GREY, Look.Stroke.NONE, Look.Shape.NONE, true);
    marks.add(new Mark.Strip(strip, true, shown.low() / NS_PER_US, shown.high() / NS_PER_US));
    String words = Units.interval(shown.value(), shown.low(), shown.high());
    upright("estimate: " + words, shown.value() / NS_PER_US, Look.Stroke.FULL);
  }

  /** Far from what was measured it is drawn as an arrow at the nearer edge. */
  private void published(PublishedPoint point) {
    upright("published: " + point.printed(), point.value(), Look.Stroke.DOTTED);
  }

  private void upright(String name, double costUs, Look.Stroke stroke) {
    Look look = new Look(Look.BLACK, stroke, Look.Shape.NONE, false);
    marks.add(new Mark.Rule(name, look, true, costUs, true));
  }

  private Optional<PublishedPoint> published() {
    return PublishedPoint.ofFigure(result.plan().figure()).stream()
        .filter(PublishedPoint::isDirect)
        .findFirst();
  }

  /** A mark a process at its median. */
  private void processes() {
    List<Double> shownUs =
        mediansNs.stream().filter(bins::holds).map(ns -> ns / NS_PER_US).toList();
    if (!shownUs.isEmpty()) {
      String shown = shownUs.size() == mediansNs.size() ? "" : shownUs.size() + " of ";
      String all = Plural.of(mediansNs.size(), "process", "processes");
      marks.add(new Mark.Rug("medians of %s%s".formatted(shown, all), shownUs));
    }
  }

  /** How many couples have no place in the bins, and where they lie; empty if none. */
  private String outside() {
    List<Double> left =
        Stream.concat(quietNs.stream(), disturbedNs.stream())
            .filter(costNs -> !bins.holds(costNs))
            .sorted()
            .toList();
    if (left.isEmpty()) {
      return "";
    }
    String low = Units.duration(left.getFirst());
    String high = Units.duration(left.getLast());
    return "Not shown: %s of %s, %s."
        .formatted(
            left.size(),
            Plural.of(quietNs.size() + disturbedNs.size(), "couple"),
            low.equals(high) ? "at " + low : "from " + low + " to " + high);
  }
}
