package org.switchlab.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Quantile;
import org.switchlab.table.Estimate;

/**
 * Bootstrap interval of a number that rests on several independent groups of observations, such as
 * a difference or a ratio of medians: each group is resampled by itself.
 *
 * <p>The observations should be one a process, since that is where the variance is. Few of them
 * make a percentile interval too narrow; its ends are moved out as {@link ClusterBootstrap} does,
 * by the degrees of freedom of the smallest group.
 *
 * @param resamples how many resamples are drawn
 * @param level confidence level of the interval
 * @param seed seed of the resampling: equal seeds give equal intervals
 */
public record GroupBootstrap(int resamples, double level, long seed) {

  /**
   * The estimate of {@code statistic}, with its interval.
   *
   * @param groups the observations; no group is empty
   * @param statistic takes resampled groups in the same order; an infinite or undefined answer
   *     widens the interval without end, as it should
   */
  public Estimate estimate(List<double[]> groups, ToDoubleFunction<List<double[]>> statistic) {
    double value = statistic.applyAsDouble(groups);
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    double[] replicates = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      double replicate =
          statistic.applyAsDouble(groups.stream().map(g -> resample(g, random)).toList());
      replicates[i] = Double.isNaN(replicate) ? Double.POSITIVE_INFINITY : replicate;
    }
    int smallest = groups.stream().mapToInt(g -> g.length).min().orElseThrow();
    double tail = ClusterBootstrap.tailProbability(level, smallest);
    double[] ends = Quantile.withDefaults().evaluate(replicates, tail, 1 - tail);
    return new Estimate(value, Math.min(value, ends[0]), Math.max(value, ends[1]), level);
  }

  /** As many observations, drawn with replacement. */
  static double[] resample(double[] group, UniformRandomProvider random) {
    double[] drawn = new double[group.length];
    Arrays.setAll(drawn, i -> group[random.nextInt(group.length)]);
    return drawn;
  }
}
