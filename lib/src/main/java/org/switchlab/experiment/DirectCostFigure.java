package org.switchlab.experiment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Quantile;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.PublishedPoint;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.SampleTable;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LinearScale;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.SymlogScale;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/**
 * How the direct cost is distributed over its samples, which are slots of stamped rounds or couples
 * of batches, with the typical and the mean cost.
 *
 * <p>Below zero each pass has a mark at what it says: passes are the units, and how they vary shows
 * as distance of the marks.
 */
final class DirectCostFigure {

  private static final int MOST_BINS = 60;
  private static final double NS_PER_US = 1e3;

  /** Steps of the count axis, about. */
  private static final int COUNT_STEPS = 6;

  private static final Look SAMPLES = new Look(0, Look.Stroke.FULL, Look.Shape.NONE, true);
  private static final Look TYPICAL = new Look(Look.BLACK, Look.Stroke.FULL, Look.Shape.NONE, true);
  private static final Look MEAN = new Look(3, Look.Stroke.DASHED, Look.Shape.NONE, true);
  private static final Look PUBLISHED =
      new Look(Look.BLACK, Look.Stroke.DOTTED, Look.Shape.NONE, false);

  private final SwitchCosts result;
  private final List<Double> samplesNs;
  private final List<Double> passesNs;
  private final @Nullable Estimate typicalNs;
  private final @Nullable Estimate meanNs;
  private final CostBins bins;
  private final LinearScale counts;
  private final List<Mark> marks = new ArrayList<>();

  private DirectCostFigure(SwitchCosts result) {
    this.result = result;
    this.samplesNs =
        result.rows(SampleTable.TABLE).rows().stream()
            .map(row -> row.number(SampleTable.COST).orElseThrow())
            .toList();
    this.passesNs = result.direct().map(CostEstimate::passCostsNs).orElse(List.of());
    this.typicalNs = result.direct().map(CostEstimate::switchCostNs).orElse(null);
    this.meanNs = result.direct().map(CostEstimate::meanCostNs).orElse(null);
    OptionalDouble shownNs =
        typicalNs == null ? OptionalDouble.empty() : OptionalDouble.of(typicalNs.value());
    this.bins = CostBins.of(samplesNs, shownNs, MOST_BINS);
    this.counts = countScale(bins.counts(samplesNs));
  }

  /** Whole steps, since samples are, and one free step above for what stands there in words. */
  private static LinearScale countScale(List<Double> counts) {
    double highest = counts.stream().mapToDouble(count -> count).max().orElse(0);
    double step = Math.max(1, SymlogScale.niceStep(Math.max(1, highest) / COUNT_STEPS));
    return new LinearScale(0, step * (Math.ceil(highest / step) + 1), step);
  }

  /** The figure of {@code result}. */
  static Figure of(SwitchCosts result) {
    return new DirectCostFigure(result).draw();
  }

  private Figure draw() {
    if (!samplesNs.isEmpty()) {
      String name = Plural.of(samplesNs.size(), "sample");
      marks.add(new Mark.Steps(name, SAMPLES, bins.edgesUs(), bins.counts(samplesNs)));
    }
    // Fixed protocols estimate the mean.
    if (!Objects.equals(meanNs, typicalNs)) {
      estimate("mean", meanNs, MEAN);
    }
    estimate("typical", typicalNs, TYPICAL);
    published().ifPresent(this::published);
    passes();
    String outside = outside();
    return new Figure(
        result.heading(Lines.intervals(result.rows(), result.rows().column(Column.ESTIMATE_NAME))),
        outside.isEmpty() ? List.of() : List.of(outside),
        new Axis("cost of one switch (µs)", costScale()),
        new Axis("samples in %s µs".formatted(bins.width()), counts),
        marks);
  }

  private LinearScale costScale() {
    return LinearScale.between(
        bins.edgeUs(0) - bins.widthUs() / 2, bins.edgeUs(bins.count()) + bins.widthUs() / 2);
  }

  /** A line with the interval behind it; far from the samples an arrow at the nearer edge. */
  private void estimate(String name, @Nullable Estimate shown, Look look) {
    if (shown != null) {
      marks.add(new Mark.Strip(look, true, shown.low() / NS_PER_US, shown.high() / NS_PER_US));
      String words = Units.interval(shown.value(), shown.low(), shown.high());
      marks.add(new Mark.Rule(name + ": " + words, look, true, shown.value() / NS_PER_US, true));
    }
  }

  /** Far from what was measured it is drawn as an arrow at the nearer edge. */
  private void published(PublishedPoint point) {
    marks.add(new Mark.Rule("published: " + point.printed(), PUBLISHED, true, point.value(), true));
  }

  private Optional<PublishedPoint> published() {
    return PublishedPoint.ofFigure(result.plan().figure()).stream()
        .filter(PublishedPoint::isDirect)
        .findFirst();
  }

  /** A mark a pass at what it says. */
  private void passes() {
    List<Double> shownUs = passesNs.stream().filter(bins::holds).map(ns -> ns / NS_PER_US).toList();
    if (!shownUs.isEmpty()) {
      String shown = shownUs.size() == passesNs.size() ? "" : shownUs.size() + " of ";
      String all = Plural.of(passesNs.size(), "pass", "passes");
      marks.add(new Mark.Rug("%s%s".formatted(shown, all), shownUs));
    }
  }

  /** How many samples have no place in the bins, and where they lie; empty if none. */
  private String outside() {
    List<Double> left = samplesNs.stream().filter(ns -> !bins.holds(ns)).sorted().toList();
    if (left.isEmpty()) {
      return "";
    }
    String low = Units.duration(left.getFirst());
    String high = Units.duration(left.getLast());
    return "Not shown: %s of %s, %s."
        .formatted(
            left.size(),
            Plural.of(samplesNs.size(), "sample"),
            low.equals(high) ? "at " + low : "from " + low + " to " + high);
  }

  /**
   * The bins of the samples.
   *
   * @param widthUs width of a bin: 1, 2 or 5 times a power of ten, in µs
   * @param first which multiple of the width the first bin begins at
   * @param count how many bins there are
   */
  record CostBins(double widthUs, long first, int count) {
    /**
     * Interquartile ranges from which on a value is far out: J. W. Tukey, Exploratory Data
     * Analysis, 1977.
     */
    private static final double FAR_OUT = 3;

    /** Share of the samples at either end that may have no bin. */
    private static final double FEW = 0.025;

    /** Width where all values are equal, as a share of the value. */
    private static final double EQUAL_VALUES_SHARE = 0.001;

    private static final double LEAST_WIDTH_US = 1e-4;

    /**
     * Bins for what is not far out and for the estimate: a few wild samples would squeeze
     * everything else into one bin. The width is about the rule of Freedman and Diaconis (1981),
     * unless that takes more than about {@code most} bins.
     *
     * @param samplesNs costs of the samples, in ns
     * @param estimateNs what must have a bin, in ns
     */
    static CostBins of(List<Double> samplesNs, OptionalDouble estimateNs, int most) {
      if (samplesNs.isEmpty()) {
        return new CostBins(0.5, 0, 2);
      }
      double[] samplesUs = samplesNs.stream().mapToDouble(ns -> ns / 1e3).sorted().toArray();
      double[] shownUs =
          DoubleStream.concat(ends(samplesUs), estimateNs.stream().map(ns -> ns / 1e3))
              .sorted()
              .toArray();
      double lowUs = shownUs[0];
      double highUs = shownUs[shownUs.length - 1];
      double leastUs = Math.max(Math.abs(highUs) * EQUAL_VALUES_SHARE, LEAST_WIDTH_US);
      double wantedUs = Math.max(widthByRule(samplesUs) / 2, (highUs - lowUs) / most);
      double widthUs = SymlogScale.niceStep(wantedUs > 0 ? wantedUs : leastUs);
      long first = multiple(lowUs, widthUs);
      return new CostBins(widthUs, first, Math.toIntExact(multiple(highUs, widthUs) - first + 1));
    }

    /**
     * The outermost values that are not far out, or that do not belong to the few at an end: where
     * other work slows one sample in four, those are a hump of their own and no outliers.
     */
    private static DoubleStream ends(double[] sortedUs) {
      double[] at = Quantile.withDefaults().evaluate(sortedUs.clone(), 0.25, 0.75, FEW, 1 - FEW);
      double reachUs = FAR_OUT * (at[1] - at[0]);
      double lowUs = Math.min(at[0] - reachUs, at[2]);
      double highUs = Math.max(at[1] + reachUs, at[3]);
      double[] inside =
          DoubleStream.of(sortedUs).filter(us -> us >= lowUs && us <= highUs).toArray();
      return DoubleStream.of(inside[0], inside[inside.length - 1]);
    }

    private static double widthByRule(double[] sortedUs) {
      double[] quartiles = Quantile.withDefaults().evaluate(sortedUs.clone(), 0.25, 0.75);
      return 2 * (quartiles[1] - quartiles[0]) / Math.cbrt(sortedUs.length);
    }

    private static long multiple(double us, double widthUs) {
      return (long) Math.floor(us / widthUs);
    }

    /** Whether a cost has a bin. */
    boolean holds(double costNs) {
      int bin = bin(costNs);
      return bin >= 0 && bin < count;
    }

    /** The number of a cost's bin, from 0; negative or at least {@link #count} outside. */
    int bin(double costNs) {
      return Math.clamp(multiple(costNs / 1e3, widthUs) - first, -1, count);
    }

    /** How many of {@code costsNs} fall into each bin; those outside into none. */
    List<Double> counts(List<Double> costsNs) {
      double[] counts = new double[count];
      costsNs.stream().filter(this::holds).forEach(ns -> counts[bin(ns)]++);
      return DoubleStream.of(counts).boxed().toList();
    }

    /** Where bin {@code i} begins, in µs; bin {@link #count} begins where the last one ends. */
    double edgeUs(int i) {
      return (first + i) * widthUs;
    }

    /** Where the bins begin, and where the last one ends, in µs. */
    List<Double> edgesUs() {
      return IntStream.rangeClosed(0, count).mapToObj(this::edgeUs).toList();
    }

    /** The width of a bin in µs, as people write it. */
    String width() {
      int decimals = Math.max(0, (int) Math.ceil(-Math.log10(widthUs) - 1e-9));
      return BigDecimal.valueOf(widthUs).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
  }
}
