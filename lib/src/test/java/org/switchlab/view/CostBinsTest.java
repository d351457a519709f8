package org.switchlab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CostBinsTest {

  @Property(tries = 200)
  void everyCoupleIsInABinOrOutside(
      @ForAll @Size(max = 60) List<@DoubleRange(min = -2_000, max = 90_000) Double> quietNs,
      @ForAll @Size(max = 20) List<@DoubleRange(min = -2_000, max = 90_000) Double> disturbedNs) {
    CostDistribution distribution = Distributions.of(null, quietNs, disturbedNs);
    CostBins bins = CostBins.of(distribution, 40);
    List<Double> all = Stream.concat(quietNs.stream(), disturbedNs.stream()).toList();
    long outside = all.stream().filter(costNs -> !bins.holds(costNs)).count();
    int binned = sum(bins.counts(quietNs)) + sum(bins.counts(disturbedNs));
    assertThat(binned + outside).isEqualTo(all.size());
    // One more at either end, where rounding puts the outermost cost on the other side of an edge.
    assertThat(bins.count()).isLessThanOrEqualTo(40 + 2);
  }

  @Test
  void aFewWildCouplesDoNotStretchTheRangeAndAreTold() {
    CostDistribution two = Distributions.twoStates();
    CostBins bins = CostBins.of(two, 60);
    assertThat(bins.edgeUs(0)).isGreaterThan(2.4);
    assertThat(bins.edgeUs(bins.count())).isLessThan(3.5);
    assertThat(two.outside(bins)).matches("not shown: \\d of 262 couples, from 1.90 µs to 40.0 µs");
  }

  @Test
  void equalCostsHaveOneBinAndNoneHaveAnAxis() {
    CostDistribution equal = Distributions.of(null, List.of(1e3, 1e3, 1e3), List.of());
    assertThat(CostBins.of(equal, 60).counts(equal.quietNs())).containsExactly(3);
    assertThat(CostBins.of(Distributions.empty(), 60).count()).isPositive();
  }

  @Test
  void theEstimateHasABinEvenWhereItIsAMeanThatOutliersMoved() {
    var mean = new org.switchlab.table.Estimate(4_000, 2_700, 6_000, 0.95);
    CostDistribution moved = Distributions.of(mean, Distributions.twoStates().quietNs(), List.of());
    assertThat(CostBins.of(moved, 60).holds(4_000)).isTrue();
  }

  private static int sum(int[] counts) {
    return Arrays.stream(counts).sum();
  }
}
