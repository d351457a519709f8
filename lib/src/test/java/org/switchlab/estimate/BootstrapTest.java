package org.switchlab.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.descriptive.Median;
import org.junit.jupiter.api.Test;
import org.switchlab.table.Estimate;

class BootstrapTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(500, 0.95, 42);

  private static Estimate median(Bootstrap bootstrap, List<double[]> clusters) {
    return bootstrap.estimate(clusters, Median.withDefaults()::evaluate);
  }

  private static List<double[]> clusters(long seed, int count, int size, double center) {
    var random = new Random(seed);
    List<double[]> clusters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double layout = center + 20 * random.nextGaussian();
      clusters.add(random.doubles(size, 0, 1).map(x -> layout + 10 * (x - 0.5)).toArray());
    }
    return clusters;
  }

  @Property(tries = 60)
  void theIntervalHoldsTheEstimate(
      @ForAll @IntRange(min = 0, max = 100_000) int seed,
      @ForAll @IntRange(min = 1, max = 12) int count,
      @ForAll @IntRange(min = 1, max = 9) int size) {
    Estimate estimate = median(BOOTSTRAP, clusters(seed, count, size, 1_000));
    assertThat(estimate.value()).isBetween(estimate.low(), estimate.high());
  }

  @Property(tries = 60)
  void movingAllObservationsMovesTheInterval(
      @ForAll @IntRange(min = 0, max = 100_000) int seed,
      @ForAll @DoubleRange(min = -5_000, max = 5_000) double shift) {
    List<double[]> clusters = clusters(seed, 5, 6, 1_000);
    List<double[]> moved =
        clusters.stream().map(c -> Arrays.stream(c).map(x -> x + shift).toArray()).toList();
    Estimate before = median(BOOTSTRAP, clusters);
    Estimate after = median(BOOTSTRAP, moved);
    assertThat(after.low() - before.low()).isCloseTo(shift, within(1e-6));
    assertThat(after.high() - before.high()).isCloseTo(shift, within(1e-6));
  }

  @Test
  void equalSeedsGiveEqualIntervals() {
    List<double[]> clusters = clusters(3, 5, 6, 1_000);
    assertThat(median(new Bootstrap(500, 0.95, 1), clusters))
        .isEqualTo(median(new Bootstrap(500, 0.95, 1), clusters))
        .isNotEqualTo(median(new Bootstrap(500, 0.95, 2), clusters));
  }

  @Test
  void inputsAreNotReordered() {
    double[] cluster = {3, 1, 2};
    median(BOOTSTRAP, List.of(cluster, new double[] {9, 7, 8}));
    assertThat(cluster).containsExactly(3, 1, 2);
  }

  /** Layout varies by process: an interval that ignored this would cover far less. */
  @Test
  void ninetyFivePercentIntervalsCoverTheTruth() {
    int covered = 0;
    int trials = 400;
    for (int trial = 0; trial < trials; trial++) {
      Estimate estimate =
          median(new Bootstrap(300, 0.95, trial), clusters(1_000 + trial, 6, 8, 1_000));
      covered += estimate.low() <= 1_000 && 1_000 <= estimate.high() ? 1 : 0;
    }
    assertThat(covered / (double) trials).isBetween(0.90, 0.99);
  }

  private static Estimate difference(long seed, List<double[]> more, List<double[]> less) {
    return new Bootstrap(300, 0.95, seed).difference(more, less, Median.withDefaults()::evaluate);
  }

  @Property(tries = 60)
  void aDifferenceIsThatOfTheTwoEstimatesAndInItsInterval(
      @ForAll @IntRange(min = 0, max = 100_000) int seed,
      @ForAll @IntRange(min = 1, max = 9) int count,
      @ForAll @IntRange(min = 1, max = 9) int size) {
    List<double[]> more = clusters(seed, count, size, 1_300);
    List<double[]> less = clusters(seed + 1, count + 2, size, 1_000);
    Estimate difference = difference(seed, more, less);
    assertThat(difference.value())
        .isEqualTo(median(BOOTSTRAP, more).value() - median(BOOTSTRAP, less).value())
        .isBetween(difference.low(), difference.high());
  }

  @Property(tries = 60)
  void movingOneSideMovesTheDifference(
      @ForAll @IntRange(min = 0, max = 100_000) int seed,
      @ForAll @DoubleRange(min = -5_000, max = 5_000) double shift) {
    List<double[]> more = clusters(seed, 5, 6, 1_000);
    List<double[]> less = clusters(seed + 1, 5, 6, 1_000);
    List<double[]> moved =
        less.stream().map(c -> Arrays.stream(c).map(x -> x + shift).toArray()).toList();
    Estimate before = difference(seed, more, less);
    Estimate after = difference(seed, more, moved);
    assertThat(after.low() - before.low()).isCloseTo(-shift, within(1e-6));
    assertThat(after.high() - before.high()).isCloseTo(-shift, within(1e-6));
  }

  /** What the two sides scatter adds up: as squares, if they are independent. */
  @Property(tries = 40)
  void theIntervalIsWiderThanEitherSidesAndNarrowerThanTheirSum(
      @ForAll @IntRange(min = 0, max = 100_000) int seed) {
    List<double[]> more = clusters(seed, 12, 6, 1_300);
    List<double[]> less = clusters(seed + 1, 12, 6, 1_000);
    double width = width(difference(seed, more, less));
    double widthMore = width(median(BOOTSTRAP, more));
    double widthLess = width(median(BOOTSTRAP, less));
    assertThat(width)
        .isGreaterThan(0.8 * Math.max(widthMore, widthLess))
        .isLessThan(1.15 * (widthMore + widthLess));
  }

  private static double width(Estimate estimate) {
    return estimate.high() - estimate.low();
  }

  @Test
  void intervalsOfADifferenceCoverTheTruth() {
    int covered = 0;
    int trials = 400;
    for (int trial = 0; trial < trials; trial++) {
      Estimate estimate =
          difference(
              trial, clusters(1_000 + trial, 6, 8, 1_300), clusters(9_000 + trial, 8, 8, 1_000));
      covered += estimate.low() <= 300 && 300 <= estimate.high() ? 1 : 0;
    }
    assertThat(covered / (double) trials).isBetween(0.90, 0.995);
  }
}
