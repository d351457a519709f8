package org.switchlab.estimate;

import java.util.ArrayList;
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
 * Bootstrap intervals, for the three ways in which observations can hang together.
 *
 * <p>Few units make a plain percentile interval too narrow; its percentiles are therefore expanded
 * by the Student factor of Hesterberg, <i>What teachers should know about the bootstrap</i>, 2015,
 * section 3.3.
 *
 * @param resamples how many resamples are drawn
 * @param level confidence level of the interval
 * @param seed seed of the resampling: equal seeds draw equal units and give equal intervals, so
 *     that several statistics of the same units agree with each other
 */
public record Bootstrap(int resamples, double level, long seed) {

  /**
   * The estimate of {@code statistic} on observations that come in clusters: couples within
   * processes.
   *
   * <p>Processes are resampled first and the couples of each drawn process second, because the
   * variance sits at both levels: memory layout differs by process (Kalibera and Jones, <i>Rigorous
   * benchmarking in reasonable time</i>, 2013).
   *
   * @param clusters observations by process; none empty, at least one
   * @param statistic takes an array it may reorder
   */
  public Estimate estimate(List<double[]> clusters, ToDoubleFunction<double[]> statistic) {
    double value = statistic.applyAsDouble(concatenated(clusters));
    double[] replicates = ofClusters(clusters, statistic, random());
    return estimate(value, replicates, unitsOf(clusters));
  }

  /**
   * The estimate of {@code statistic} on {@code minuend} less that on {@code subtrahend}, with the
   * interval of the difference: both are resampled, each on its own, in every replicate, as each
   * alone would be. So the difference of two estimates is exactly the value of this one, which
   * {@link #ofGroups} over medians of processes would not give.
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
    double[] replicates = ofClusters(minuend, statistic, random);
    double[] subtracted = ofClusters(subtrahend, statistic, random);
    Arrays.setAll(replicates, i -> replicates[i] - subtracted[i]);
    // The smaller of the two is the cautious choice of degrees of freedom.
    return estimate(value, replicates, Math.min(unitsOf(minuend), unitsOf(subtrahend)));
  }

  /**
   * The estimate of a number that rests on several independent groups of observations, such as a
   * difference or a ratio of medians: each group is resampled by itself. The observations should be
   * one a process, since that is where the variance is.
   *
   * @param groups the observations; no group is empty
   * @param statistic takes resampled groups in the same order; an infinite or undefined answer
   *     widens the interval without end, as it should
   */
  public Estimate ofGroups(List<double[]> groups, ToDoubleFunction<List<double[]>> statistic) {
    double value = statistic.applyAsDouble(groups);
    UniformRandomProvider random = random();
    double[] replicates = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      double replicate =
          statistic.applyAsDouble(groups.stream().map(g -> resample(g, random)).toList());
      replicates[i] = Double.isNaN(replicate) ? Double.POSITIVE_INFINITY : replicate;
    }
    int smallest = groups.stream().mapToInt(g -> g.length).min().orElseThrow();
    return estimate(value, replicates, smallest);
  }

  /**
   * The estimate of a number that rests on whole units of observation, each drawn or left out as it
   * is, so that what was measured together stays together: the interval of a difference then knows
   * that both sides saw the same machine.
   *
   * @param units at least one
   * @param statistic a number for all units together; a resample of which it is none is drawn again
   * @throws IllegalArgumentException if it is none for all units together
   */
  public <T> Estimate ofUnits(List<T> units, ToDoubleFunction<List<T>> statistic) {
    double value = statistic.applyAsDouble(units);
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException(
          "the statistic of the %d units is none".formatted(units.size()));
    }
    UniformRandomProvider random = random();
    double[] replicates = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      do {
        replicates[i] = statistic.applyAsDouble(drawn(units, random));
      } while (Double.isNaN(replicates[i]));
    }
    return estimate(value, replicates, units.size());
  }

  private Estimate estimate(double value, double[] replicates, int units) {
    double tail = tailProbability(units);
    double[] ends = Quantile.withDefaults().evaluate(replicates, tail, 1 - tail);
    return new Estimate(value, Math.min(value, ends[0]), Math.max(value, ends[1]), level);
  }

  /** The percentile at which the interval ends, given how many units were drawn. */
  private double tailProbability(int units) {
    double tail = (1 - level) / 2;
    if (units < 2) {
      return tail;
    }
    double student = -TDistribution.of(units - 1).inverseCumulativeProbability(tail);
    double expanded = Math.sqrt(units / (units - 1.0)) * student;
    return NormalDistribution.of(0, 1).cumulativeProbability(-expanded);
  }

  private UniformRandomProvider random() {
    return RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
  }

  private double[] ofClusters(
      List<double[]> clusters, ToDoubleFunction<double[]> statistic, UniformRandomProvider random) {
    double[] replicates = new double[resamples];
    Arrays.setAll(replicates, i -> statistic.applyAsDouble(ofClusters(clusters, random)));
    return replicates;
  }

  /** All clusters are drawn before the first observation of any. */
  private static double[] ofClusters(List<double[]> clusters, UniformRandomProvider random) {
    List<double[]> drawn = drawn(clusters, random);
    return concatenated(drawn.stream().map(cluster -> resample(cluster, random)).toList());
  }

  /** As many observations, drawn with replacement. */
  static double[] resample(double[] group, UniformRandomProvider random) {
    double[] drawn = new double[group.length];
    Arrays.setAll(drawn, i -> group[random.nextInt(group.length)]);
    return drawn;
  }

  private static <T> List<T> drawn(List<T> units, UniformRandomProvider random) {
    List<T> drawn = new ArrayList<>(units.size());
    for (int i = 0; i < units.size(); i++) {
      drawn.add(units.get(random.nextInt(units.size())));
    }
    return drawn;
  }

  /** With a single cluster its observations are the units of resampling. */
  private static int unitsOf(List<double[]> clusters) {
    return clusters.size() > 1 ? clusters.size() : clusters.getFirst().length;
  }

  private static double[] concatenated(List<double[]> clusters) {
    double[] all = new double[clusters.stream().mapToInt(cluster -> cluster.length).sum()];
    int next = 0;
    for (double[] cluster : clusters) {
      System.arraycopy(cluster, 0, all, next, cluster.length);
      next += cluster.length;
    }
    return all;
  }
}
