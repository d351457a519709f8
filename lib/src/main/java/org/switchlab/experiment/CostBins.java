package org.switchlab.experiment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Quantile;
import org.switchlab.figure.SymlogScale;

/**
 * The bins that quiet and disturbed couples share, so that their humps can be compared.
 *
 * @param widthUs width of a bin: 1, 2 or 5 times a power of ten, in µs
 * @param first which multiple of the width the first bin begins at
 * @param count how many bins there are
 */
record CostBins(double widthUs, long first, int count) {

  /**
   * Interquartile ranges from which on a value is far out: J. W. Tukey, Exploratory Data Analysis,
   * 1977.
   */
  private static final double FAR_OUT = 3;

  /** Width where all values are equal, as a share of the value. */
  private static final double EQUAL_VALUES_SHARE = 0.001;

  private static final double LEAST_WIDTH_US = 1e-4;

  /**
   * Bins for what is not far out in either state and for the estimate: a few wild couples would
   * squeeze everything else into one bin. The width is about the rule of Freedman and Diaconis
   * (1981) for the larger state, unless that takes more than about {@code most} bins.
   *
   * @param statesNs costs of the couples of each state, in ns
   * @param estimateNs the estimate, in ns
   */
  static CostBins of(List<List<Double>> statesNs, OptionalDouble estimateNs, int most) {
    List<double[]> statesUs =
        statesNs.stream()
            .filter(costsNs -> !costsNs.isEmpty())
            .map(costsNs -> costsNs.stream().mapToDouble(ns -> ns / 1e3).sorted().toArray())
            .toList();
    if (statesUs.isEmpty()) {
      return new CostBins(0.5, 0, 2);
    }
    double[] shownUs =
        DoubleStream.concat(
                statesUs.stream().flatMapToDouble(CostBins::ends),
                estimateNs.stream().map(ns -> ns / 1e3))
            .sorted()
            .toArray();
    double lowUs = shownUs[0];
    double highUs = shownUs[shownUs.length - 1];
    double ruleUs = widthByRule(larger(statesUs));
    double leastUs = Math.max(Math.abs(highUs) * EQUAL_VALUES_SHARE, LEAST_WIDTH_US);
    double wantedUs = Math.max(ruleUs / 2, (highUs - lowUs) / most);
    double widthUs = SymlogScale.niceStep(wantedUs > 0 ? wantedUs : leastUs);
    long first = multiple(lowUs, widthUs);
    return new CostBins(widthUs, first, Math.toIntExact(multiple(highUs, widthUs) - first + 1));
  }

  private static double[] larger(List<double[]> statesUs) {
    double[] first = statesUs.getFirst();
    double[] last = statesUs.getLast();
    return last.length > first.length ? last : first;
  }

  /** The outermost values of one state that are not far out. */
  private static DoubleStream ends(double[] sortedUs) {
    double[] quartiles = Quantile.withDefaults().evaluate(sortedUs.clone(), 0.25, 0.75);
    double reachUs = FAR_OUT * (quartiles[1] - quartiles[0]);
    double[] inside =
        DoubleStream.of(sortedUs)
            .filter(us -> us >= quartiles[0] - reachUs && us <= quartiles[1] + reachUs)
            .toArray();
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
