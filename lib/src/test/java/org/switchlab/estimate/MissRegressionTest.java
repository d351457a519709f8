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
              List<Double> processes =
                  random.doubles(9).map(noise -> costNs + noiseNs * (noise - 0.5)).boxed().toList();
              return new Observation(processes, CACHE[i], TLB[i]);
            })
        .toList();
  }

  @Property(tries = 20)
  void findsTheCostsItWasMadeFrom(
      @ForAll @DoubleRange(min = 1, max = 50) double perCache,
      @ForAll @DoubleRange(min = 0, max = 50) double perTlb) {
    MissRegression line = MissRegression.of(observed(perCache, perTlb, 0), 0.95, 1).orElseThrow();
    assertThat(line.nsPerCacheMiss().value()).isCloseTo(perCache, within(1e-6));
    assertThat(line.nsPerTlbMiss().value()).isCloseTo(perTlb, within(1e-6));
    assertThat(line.baseNs().value()).isCloseTo(1_000, within(1e-4));
    assertThat(line.explainedShare()).isCloseTo(1, within(1e-9));
  }

  @Test
  void noiseWidensTheInterval() {
    MissRegression calm = MissRegression.of(observed(10, 5, 10), 0.95, 1).orElseThrow();
    MissRegression noisy = MissRegression.of(observed(10, 5, 1_000), 0.95, 1).orElseThrow();
    assertThat(noisy.nsPerTlbMiss().high() - noisy.nsPerTlbMiss().low())
        .isGreaterThan(10 * (calm.nsPerTlbMiss().high() - calm.nsPerTlbMiss().low()));
  }

  @Test
  void missesThatAlwaysComeTogetherAreNotToldApart() {
    List<Observation> together =
        observed(10, 5, 100).stream()
            .map(o -> new Observation(o.processMediansNs(), o.cacheMisses(), 2 * o.cacheMisses()))
            .toList();
    assertThat(MissRegression.of(together, 0.95, 1)).isEmpty();
  }

  @Test
  void asManyCoefficientsAsPointsExplainNothing() {
    assertThat(MissRegression.of(observed(10, 5, 0).subList(0, 3), 0.95, 1)).isEmpty();
  }
}
