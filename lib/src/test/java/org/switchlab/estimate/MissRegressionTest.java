package org.switchlab.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.switchlab.estimate.MissRegression.Observation;

class MissRegressionTest {

  private static final double[] CACHE = {10, 400, 900, 2_000, 3_900, 4_100, 30, 950};
  private static final double[] TLB = {0, 3, 20, 70, 500, 3, 1, 0};

  private static List<Observation> observed(double perCache, double perTlb, double noiseNs) {
    var random = new Random(7);
    return IntStream.range(0, CACHE.length)
        .mapToObj(
            i -> {
              double costNs = 1_000 + perCache * CACHE[i] + perTlb * TLB[i];
              return new Observation(passes(9, costNs, noiseNs, random), CACHE[i], TLB[i]);
            })
        .toList();
  }

  private static List<PassCost> passes(int count, double costNs, double noiseNs, Random random) {
    return IntStream.range(0, count)
        .mapToObj(
            pass -> {
              double seenNs = costNs + noiseNs * (random.nextDouble() - 0.5);
              return new PassCost(pass, seenNs, seenNs, null, null);
            })
        .toList();
  }

  @Property(tries = 20)
  void findsTheCostsItWasMadeFrom(
      @ForAll @DoubleRange(min = 1, max = 50) double perCache,
      @ForAll @DoubleRange(min = 0, max = 50) double perTlb) {
    MissRegression line = MissRegression.of(observed(perCache, perTlb, 0), 0.95).orElseThrow();
    assertThat(line.nsPerCacheMiss().value()).isCloseTo(perCache, within(1e-6));
    assertThat(line.nsPerTlbMiss().value()).isCloseTo(perTlb, within(1e-6));
    assertThat(line.baseNs().value()).isCloseTo(1_000, within(1e-4));
    assertThat(line.explainedShare()).isCloseTo(1, within(1e-9));
  }

  @Test
  void noiseWidensTheInterval() {
    MissRegression calm = MissRegression.of(observed(10, 5, 10), 0.95).orElseThrow();
    MissRegression noisy = MissRegression.of(observed(10, 5, 1_000), 0.95).orElseThrow();
    assertThat(noisy.nsPerTlbMiss().high() - noisy.nsPerTlbMiss().low())
        .isGreaterThan(10 * (calm.nsPerTlbMiss().high() - calm.nsPerTlbMiss().low()));
  }

  @Test
  void missesThatAlwaysComeTogetherAreNotToldApart() {
    List<Observation> together =
        observed(10, 5, 100).stream()
            .map(o -> new Observation(o.passes(), o.cacheMisses(), 2 * o.cacheMisses()))
            .toList();
    assertThat(MissRegression.of(together, 0.95)).isEmpty();
  }

  @Test
  void asManyCoefficientsAsPointsExplainNothing() {
    assertThat(MissRegression.of(observed(10, 5, 0).subList(0, 3), 0.95)).isEmpty();
  }

  /** Slow passes move the base of their line, not what a miss goes with. */
  @Test
  void passesAreTheUnits() {
    List<Observation> drifting =
        observed(10, 5, 0).stream()
            .map(
                o ->
                    new Observation(
                        o.passes().stream()
                            .map(
                                p ->
                                    new PassCost(
                                        p.pass(), p.costNs() + 100 * p.pass(), 0, 0.0, 0.0))
                            .toList(),
                        o.cacheMisses(),
                        o.tlbMisses()))
            .toList();
    MissRegression line = MissRegression.of(drifting, 0.95).orElseThrow();
    assertThat(line.nsPerTlbMiss().high() - line.nsPerTlbMiss().low()).isLessThan(1e-6);
    assertThat(line.baseNs().high() - line.baseNs().low()).isGreaterThan(200);
  }

  @Test
  void twoPassesGiveNoInterval() {
    List<Observation> two =
        observed(10, 5, 1).stream()
            .map(o -> new Observation(o.passes().subList(0, 2), o.cacheMisses(), o.tlbMisses()))
            .toList();
    assertThat(MissRegression.of(two, 0.95)).isEmpty();
  }
}
