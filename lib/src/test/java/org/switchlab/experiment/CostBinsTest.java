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

  /** A hump and two wild couples. */
  static List<Double> wild() {
    List<Double> costsNs = new ArrayList<>(hump(200, 2_600));
    costsNs.addAll(List.of(1_900.0, 40_000.0));
    return costsNs;
  }

  @Property(tries = 200)
  void everyCoupleIsInABinOrOutside(
      @ForAll @Size(max = 60) List<@DoubleRange(min = -2_000, max = 90_000) Double> quietNs,
      @ForAll @Size(max = 20) List<@DoubleRange(min = -2_000, max = 90_000) Double> disturbedNs) {
    CostBins bins = CostBins.of(List.of(quietNs, disturbedNs), NONE, 40);
    List<Double> all = Stream.concat(quietNs.stream(), disturbedNs.stream()).toList();
    long outside = all.stream().filter(costNs -> !bins.holds(costNs)).count();
    double binned = sum(bins.counts(quietNs)) + sum(bins.counts(disturbedNs));
    assertThat(binned + outside).isEqualTo(all.size());
    // One more at either end, where rounding puts the outermost cost on the other side of an edge.
    assertThat(bins.count()).isLessThanOrEqualTo(40 + 2);
  }

  @Test
  void aFewWildCouplesDoNotStretchTheRange() {
    CostBins bins = CostBins.of(List.of(wild(), hump(60, 3_300)), OptionalDouble.of(2_600), 60);
    assertThat(bins.edgeUs(0)).isGreaterThan(2.4);
    assertThat(bins.edgeUs(bins.count())).isLessThan(3.5);
    assertThat(bins.edgesUs()).hasSize(bins.count() + 1).isSorted();
  }

  @Test
  void equalCostsHaveOneBinAndNoneHaveAnAxis() {
    List<Double> equal = List.of(1e3, 1e3, 1e3);
    assertThat(CostBins.of(List.of(equal, List.of()), NONE, 60).counts(equal)).containsExactly(3.0);
    assertThat(CostBins.of(List.of(List.of(), List.of()), NONE, 60).count()).isPositive();
  }

  @Test
  void theEstimateHasABinEvenWhereItIsAMeanThatOutliersMoved() {
    CostBins bins = CostBins.of(List.of(wild(), List.of()), OptionalDouble.of(4_000), 60);
    assertThat(bins.holds(4_000)).isTrue();
  }

  private static double sum(List<Double> counts) {
    return counts.stream().mapToDouble(count -> count).sum();
  }
}
