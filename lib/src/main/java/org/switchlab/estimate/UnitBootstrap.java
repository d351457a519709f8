package org.switchlab.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Quantile;
import org.switchlab.table.Estimate;

/**
 * Bootstrap interval of a number that rests on whole units of observation, each drawn or left out
 * as it is, so that what was measured together stays together: the interval of a difference then
 * knows that both sides saw the same machine.
 *
 * <p>Ends are moved out for few units as {@link ClusterBootstrap} does. Equal seeds draw equal
 * units, so that several statistics of the same units agree with each other.
 *
 * @param resamples how many resamples are drawn
 * @param level confidence level of the interval
 * @param seed seed of the resampling
 */
public record UnitBootstrap(int resamples, double level, long seed) {

  /**
   * The estimate of {@code statistic}, with its interval.
   *
   * @param units at least one
   * @param statistic a number for all units together; a resample of which it is none is drawn again
   * @throws IllegalArgumentException if it is none for all units together
   */
  public <T> Estimate estimate(List<T> units, ToDoubleFunction<List<T>> statistic) {
    double value = statistic.applyAsDouble(units);
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException(
          "the statistic of the %d units is none".formatted(units.size()));
    }
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    double[] replicates = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      do {
        replicates[i] = statistic.applyAsDouble(drawn(units, random));
      } while (Double.isNaN(replicates[i]));
    }
    double tail = ClusterBootstrap.tailProbability(level, units.size());
    double[] ends = Quantile.withDefaults().evaluate(replicates, tail, 1 - tail);
    return new Estimate(value, Math.min(value, ends[0]), Math.max(value, ends[1]), level);
  }

  private static <T> List<T> drawn(List<T> units, UniformRandomProvider random) {
    List<T> drawn = new ArrayList<>(units.size());
    for (int i = 0; i < units.size(); i++) {
      drawn.add(units.get(random.nextInt(units.size())));
    }
    return drawn;
  }
}
