package org.switchlab.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.switchlab.plan.Point;
import org.switchlab.table.Estimate;

class PageSizeContrastTest {

  private static final long SMALL = 64 << 10;
  private static final long LARGE = 1 << 20;

  private static CostEstimate at(
      long arrayBytes, long pageBytes, double costNs, double noiseNs, long seed) {
    var random = new Random(seed);
    List<PassCost> passes =
        IntStream.range(0, 12)
            .mapToObj(i -> pass(i, costNs + noiseNs * (random.nextDouble() - 0.5)))
            .toList();
    return new CostEstimate(
        new Point("pipe-pair", arrayBytes, 64, pageBytes).setting(),
        null,
        null,
        null,
        null,
        null,
        null,
        passes,
        96,
        0,
        0,
        0,
        Stop.BUDGET);
  }

  private static PassCost pass(int number, double costNs) {
    return new PassCost(number, costNs, costNs, null, null);
  }

  private static List<CostEstimate> four(double riseNs, double hugeRiseNs, double noiseNs) {
    return four(riseNs, hugeRiseNs, noiseNs, 0);
  }

  private static List<CostEstimate> four(
      double riseNs, double hugeRiseNs, double noiseNs, long seed) {
    return List.of(
        at(SMALL, Point.BASE_PAGE_BYTES, 1_000, noiseNs, 4 * seed + 1),
        at(LARGE, Point.BASE_PAGE_BYTES, 1_000 + riseNs, noiseNs, 4 * seed + 2),
        at(SMALL, Point.HUGE_PAGE_BYTES, 900, noiseNs, 4 * seed + 3),
        at(LARGE, Point.HUGE_PAGE_BYTES, 900 + hugeRiseNs, noiseNs, 4 * seed + 4));
  }

  @Property(tries = 30)
  void theShareIsThatOfTheRises(
      @ForAll @DoubleRange(min = 5_000, max = 50_000) double riseNs,
      @ForAll @DoubleRange(min = 0, max = 1.5) double share) {
    PageSizeContrast found =
        PageSizeContrast.of(four(riseNs, share * riseNs, 0), 0.95).orElseThrow();
    assertThat(found.riseNs().value()).isCloseTo(riseNs, within(1e-6));
    assertThat(found.remainingShare().value()).isCloseTo(share, within(1e-9));
  }

  @Property(tries = 30)
  void theIntervalHoldsTheShareItWasMadeFrom(@ForAll @IntRange(min = 1, max = 1_000) int seed) {
    PageSizeContrast found =
        PageSizeContrast.of(four(20_000, 10_000, 1_000, seed), 0.99).orElseThrow();
    assertThat(0.5).isBetween(found.remainingShare().low(), found.remainingShare().high());
  }

  @Test
  void aRiseLostInNoiseHasNoNarrowShare() {
    PageSizeContrast found = PageSizeContrast.of(four(50, 50, 2_000), 0.95).orElseThrow();
    assertThat(found.remainingShare().high() - found.remainingShare().low()).isGreaterThan(1);
  }

  @Test
  void withoutThePointsOnHugePagesThereIsNoContrast() {
    List<CostEstimate> estimates = new ArrayList<>(four(1_000, 1_000, 10).subList(0, 2));
    assertThat(PageSizeContrast.of(estimates, 0.95)).isEqualTo(Optional.empty());
  }

  /** Fieller's interval holds the true share as often as it says, though it is a ratio. */
  @Test
  void theShareIsHeldAsOftenAsItSays() {
    int held = 0;
    for (int seed = 1; seed <= 1_000; seed++) {
      Estimate share =
          PageSizeContrast.of(four(2_000, 1_000, 2_500, seed), 0.95).orElseThrow().remainingShare();
      held += share.low() <= 0.5 && share.high() >= 0.5 ? 1 : 0;
    }
    assertThat(held).isBetween(930, 970);
  }

  /** Where nothing rises, the dearest of many sizes is dear by chance only, and is not believed. */
  @Test
  void thePlaceIsFoundOnOtherPassesThanItIsTestedOn() {
    double risesNs = 0;
    int runs = 300;
    for (int seed = 0; seed < runs; seed++) {
      List<CostEstimate> flat = new ArrayList<>();
      for (int size = 0; size < 10; size++) {
        flat.add(at(SMALL << size, Point.BASE_PAGE_BYTES, 1_000, 100, 100L * seed + 2 * size));
        flat.add(at(SMALL << size, Point.HUGE_PAGE_BYTES, 1_000, 100, 100L * seed + 2 * size + 1));
      }
      risesNs += PageSizeContrast.of(flat, 0.95).map(found -> found.riseNs().value()).orElse(0.0);
    }
    // Chosen and tested on the same passes it would be about 20 ns.
    assertThat(risesNs / runs).isBetween(-3.0, 3.0);
  }

  @Test
  void tooFewPassesToFindAndToTestGiveNone() {
    List<CostEstimate> four = four(1_000, 1_000, 10).stream().map(e -> first(3, e)).toList();
    assertThat(PageSizeContrast.of(four, 0.95)).isEmpty();
  }

  private static CostEstimate first(int passes, CostEstimate of) {
    return new CostEstimate(
        of.setting(),
        null,
        null,
        null,
        null,
        null,
        null,
        of.passes().subList(0, passes),
        3,
        0,
        0,
        0,
        Stop.BUDGET);
  }
}
