package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.switchlab.experiment.DirectCostFigure.CostBins;

class CostBinsTest {

  private static final OptionalDouble NONE = OptionalDouble.empty();

  /** Costs around {@code centreNs}, from a seeded generator. */
  static List<Double> hump(int couples, double centreNs) {
    Random random = new Random(couples);
    return Stream.generate(() -> centreNs + 30 * random.nextGaussian()).limit(couples).toList();
  }

  /** A hump and two wild samples. */
  static List<Double> wild() {
    List<Double> costsNs = new ArrayList<>(hump(200, 2_600));
    costsNs.addAll(List.of(1_900.0, 40_000.0));
    return costsNs;
  }

  @Property(tries = 200)
  void everySampleIsInABinOrOutside(
      @ForAll @Size(max = 60) List<@DoubleRange(min = -2_000, max = 90_000) Double> samplesNs) {
    CostBins bins = CostBins.of(samplesNs, NONE, 40);
    long outside = samplesNs.stream().filter(costNs -> !bins.holds(costNs)).count();
    assertThat(sum(bins.counts(samplesNs)) + outside).isEqualTo(samplesNs.size());
    // One more at either end, where rounding puts the outermost cost on the other side of an edge.
    assertThat(bins.count()).isLessThanOrEqualTo(40 + 2);
  }

  @Test
  void aFewWildSamplesDoNotStretchTheRange() {
    CostBins bins = CostBins.of(wild(), OptionalDouble.of(2_600), 60);
    assertThat(bins.edgeUs(0)).isGreaterThan(2.4);
    assertThat(bins.edgeUs(bins.count())).isLessThan(3.5);
    assertThat(bins.edgesUs()).hasSize(bins.count() + 1).isSorted();
  }

  @Test
  void aSecondHumpIsShown() {
    List<Double> humps = Stream.concat(wild().stream(), hump(60, 3_300).stream()).toList();
    CostBins bins = CostBins.of(humps, NONE, 60);
    assertThat(bins.edgeUs(bins.count())).isBetween(3.3, 3.5);
    assertThat(humps.stream().filter(ns -> !bins.holds(ns)).count())
        .isLessThanOrEqualTo(humps.size() / 20);
  }

  @Test
  void equalCostsHaveOneBinAndNoneHaveAnAxis() {
    List<Double> equal = List.of(1e3, 1e3, 1e3);
    assertThat(CostBins.of(equal, NONE, 60).counts(equal)).containsExactly(3.0);
    assertThat(CostBins.of(List.of(), NONE, 60).count()).isPositive();
  }

  @Test
  void theEstimateHasABinEvenWhereItIsAMeanThatOutliersMoved() {
    assertThat(CostBins.of(wild(), OptionalDouble.of(4_000), 60).holds(4_000)).isTrue();
  }

  private static double sum(List<Double> counts) {
    return counts.stream().mapToDouble(count -> count).sum();
  }
}
