package org.switchlab.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.switchlab.table.Estimate;

/**
 * Bootstrap interval for observations that come in clusters: couples within processes.
 *
 * <p>Processes are resampled first and the couples of each drawn process second, because the
 * variance sits at both levels: memory layout differs by process (Kalibera and Jones, <i>Rigorous
 * benchmarking in reasonable time</i>, 2013). Few clusters make a plain percentile interval too
 * narrow; its percentiles are therefore expanded by the Student factor of Hesterberg, <i>What
 * teachers should know about the bootstrap</i>, 2015, section 3.3.
 *
 * @param resamples how many resamples are drawn
 * @param level confidence level of the interval
 * @param seed seed of the resampling: equal seeds give equal intervals
 */
public record ClusterBootstrap(int resamples, double level, long seed) {

  /**
   * The estimate of {@code statistic} on all observations, with its interval.
   *
   * @param clusters observations by process; none empty, at least one
   * @param statistic takes an array it may reorder
   */
  public Estimate estimate(List<double[]> clusters, ToDoubleFunction<double[]> statistic) {
    double value = statistic.applyAsDouble(concatenated(clusters));
    double[] replicates = replicates(clusters, statistic, random());
    return estimate(value, replicates, degreesOf(clusters));
  }

  /**
   * The estimate of {@code statistic} on {@code minuend} less that on {@code subtrahend}, with the
   * interval of the difference: both are resampled, each on its own, in every replicate, as each
   * alone would be. So the difference of two estimates is exactly the value of this one, which
   * {@link GroupBootstrap} over medians of processes would not give.
   *
   * @param minuend observations by process; none empty, at least one
   * @param subtrahend observations of other processes, likewise
   * @param statistic takes an array it may reorder
   */
  public Estimate difference(
      List<double[]> minuend, List<double[]> subtrahend, ToDoubleFunction<double[]> statistic) {
    double value =
        statistic.applyAsDouble(concatenated(minuend))
            - statistic.applyAsDouble(concatenated(subtrahend));
    UniformRandomProvider random = random();
    double[] replicates = replicates(minuend, statistic, random);
    double[] subtracted = replicates(subtrahend, statistic, random);
    Arrays.setAll(replicates, i -> replicates[i] - subtracted[i]);
    // The smaller of the two is the cautious choice of degrees of freedom.
    return estimate(value, replicates, Math.min(degreesOf(minuend), degreesOf(subtrahend)));
  }

  private Estimate estimate(double value, double[] replicates, int units) {
    double tail = tailProbability(level, units);
    double[] ends = Quantile.withDefaults().evaluate(replicates, tail, 1 - tail);
    return new Estimate(value, Math.min(value, ends[0]), Math.max(value, ends[1]), level);
  }

  private UniformRandomProvider random() {
    return RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
  }

  private double[] replicates(
      List<double[]> clusters, ToDoubleFunction<double[]> statistic, UniformRandomProvider random) {
    double[] replicates = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      replicates[i] = statistic.applyAsDouble(resample(clusters, random));
    }
    return replicates;
  }

  private static double[] resample(List<double[]> clusters, UniformRandomProvider random) {
    double[][] drawn = new double[clusters.size()][];
    int length = 0;
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = clusters.get(random.nextInt(clusters.size()));
      length += drawn[i].length;
    }
    double[] sample = new double[length];
    int next = 0;
    for (double[] cluster : drawn) {
      for (int i = 0; i < cluster.length; i++) {
        sample[next++] = cluster[random.nextInt(cluster.length)];
      }
    }
    return sample;
  }

  /** With a single cluster the couples themselves are the units of resampling. */
  private static int degreesOf(List<double[]> clusters) {
    return clusters.size() > 1 ? clusters.size() : clusters.getFirst().length;
  }

  /** The percentile at which an interval of this level ends, given how many units were drawn. */
  static double tailProbability(double level, int units) {
    double tail = (1 - level) / 2;
    if (units < 2) {
      return tail;
    }
    double student = -TDistribution.of(units - 1).inverseCumulativeProbability(tail);
    double expanded = Math.sqrt(units / (units - 1.0)) * student;
    return NormalDistribution.of(0, 1).cumulativeProbability(-expanded);
  }

  private static double[] concatenated(List<double[]> clusters) {
    return clusters.stream().flatMapToDouble(Arrays::stream).toArray();
  }
}
