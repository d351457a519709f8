package org.switchlab.estimate;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Quantile;
import org.switchlab.table.Estimate;

/**
 * Measured switch costs explained by emulated misses: cost = base + a · cache misses + b · TLB
 * misses, by ordinary least squares.
 *
 * <p>The intervals come from resampling, at each point, the processes that were measured there:
 * they hold the scatter of the measurement, not the error of the model.
 *
 * @param baseNs cost without any miss, in ns
 * @param nsPerCacheMiss what one more cache miss a switch goes with, in ns
 * @param nsPerTlbMiss what one more TLB miss a switch goes with, in ns
 * @param explainedShare share of the costs' variance that the line explains (R²)
 * @param points how many points it rests on
 */
public record MissRegression(
    Estimate baseNs,
    Estimate nsPerCacheMiss,
    Estimate nsPerTlbMiss,
    double explainedShare,
    int points) {

  private static final int RESAMPLES = 2_000;
  private static final int COEFFICIENTS = 3;

  /**
   * Misses told apart by less than this many a switch are not told apart: rounding alone does it.
   */
  private static final double SINGULAR = 1e-6;

  private static final Median MEDIAN = Median.withDefaults();

  /**
   * What is known of one point.
   *
   * @param processMediansNs median switch cost of each process measured there, in ns; not empty
   * @param cacheMisses emulated cache misses a switch causes
   * @param tlbMisses emulated TLB misses a switch causes
   */
  public record Observation(List<Double> processMediansNs, double cacheMisses, double tlbMisses) {

    /** Keeps an immutable copy. */
    public Observation {
      processMediansNs = List.copyOf(processMediansNs);
    }
  }

  /** What {@code more} TLB misses a switch go with, in ns. */
  public Estimate tlbPartNs(double more) {
    double low = Math.min(more * nsPerTlbMiss.low(), more * nsPerTlbMiss.high());
    double high = Math.max(more * nsPerTlbMiss.low(), more * nsPerTlbMiss.high());
    return new Estimate(more * nsPerTlbMiss.value(), low, high, nsPerTlbMiss.level());
  }

  /**
   * The regression; absent with too few points, or if one kind of miss is a multiple of the other
   * at every point, so that nothing tells them apart.
   */
  public static Optional<MissRegression> of(
      List<Observation> observations, double level, long seed) {
    if (observations.size() <= COEFFICIENTS) {
      return Optional.empty();
    }
    try {
      return Optional.of(fitted(observations, level, seed));
    } catch (SingularMatrixException indistinguishable) {
      return Optional.empty();
    }
  }

  private static MissRegression fitted(List<Observation> observations, double level, long seed) {
    double[][] misses =
        observations.stream()
            .map(o -> new double[] {o.cacheMisses(), o.tlbMisses()})
            .toArray(double[][]::new);
    double[][] processesNs =
        observations.stream()
            .map(o -> o.processMediansNs().stream().mapToDouble(x -> x).toArray())
            .toArray(double[][]::new);
    OLSMultipleLinearRegression line = fit(mediansOf(processesNs), misses);
    double[] value = line.estimateRegressionParameters();
    double[][] replicates = replicates(processesNs, misses, seed);
    return new MissRegression(
        estimate(value, replicates, 0, level),
        estimate(value, replicates, 1, level),
        estimate(value, replicates, 2, level),
        line.calculateRSquared(),
        observations.size());
  }

  /** One row a coefficient, one column a resample. */
  private static double[][] replicates(double[][] processesNs, double[][] misses, long seed) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    double[][] replicates = new double[COEFFICIENTS][RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double[] costsNs = new double[processesNs.length];
      for (int point = 0; point < costsNs.length; point++) {
        costsNs[point] = MEDIAN.evaluate(Bootstrap.resample(processesNs[point], random));
      }
      double[] coefficients = fit(costsNs, misses).estimateRegressionParameters();
      for (int c = 0; c < COEFFICIENTS; c++) {
        replicates[c][i] = coefficients[c];
      }
    }
    return replicates;
  }

  private static OLSMultipleLinearRegression fit(double[] costsNs, double[][] misses) {
    var line = new OLSMultipleLinearRegression(SINGULAR);
    line.newSampleData(costsNs, misses);
    return line;
  }

  private static Estimate estimate(double[] value, double[][] replicates, int which, double level) {
    double tail = (1 - level) / 2;
    double[] ends = Quantile.withDefaults().evaluate(replicates[which], tail, 1 - tail);
    double v = value[which];
    return new Estimate(v, Math.min(v, ends[0]), Math.max(v, ends[1]), level);
  }

  private static double[] mediansOf(double[][] processesNs) {
    return java.util.Arrays.stream(processesNs).mapToDouble(MEDIAN::evaluate).toArray();
  }
}
