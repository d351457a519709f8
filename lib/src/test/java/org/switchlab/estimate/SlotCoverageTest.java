package org.switchlab.estimate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.switchlab.plan.Effort.Estimator.TYPICAL;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.sample.SlotVisit;
import org.switchlab.table.Estimate;
import org.switchlab.validity.Noise;
import org.switchlab.validity.PlantedCosts;
import org.switchlab.validity.Scenario;
import org.switchlab.validity.Simulator;

/**
 * Intervals from slots hold planted costs as often as they say, on a busy machine with heavy tails,
 * spoiled visits and slow times of the host. All follows from seeds.
 */
class SlotCoverageTest {

  private static final PlantedCosts COSTS = PlantedCosts.paper();
  private static final List<Setting> SETTINGS = settings();
  private static final int SLOTS = 4;

  private static List<Setting> settings() {
    Stream<Setting> walked =
        LongStream.of(16 << 10, 64 << 10, 512 << 10)
            .boxed()
            .flatMap(
                bytes ->
                    Stream.of(
                        new Point("simulated", bytes, 8).setting(),
                        new Point("simulated", bytes, 64).setting()));
    return Stream.concat(Stream.of(Point.direct("simulated").setting()), walked).toList();
  }

  private static List<CostEstimate> estimates(List<SlotVisit> visits) {
    var estimator = new SlotEstimator(TestCosts.plan(TYPICAL), visits);
    return SETTINGS.stream().map(s -> estimator.estimate(s, Stop.BUDGET)).toList();
  }

  private static List<SlotVisit> visits(Noise noise, int passes, long seed) {
    var scenario = new Scenario(Scenario.Part.STATES, COSTS, noise, passes, 1);
    return SlotVisit.of(new Simulator(scenario, _ -> SLOTS, seed).observations(SETTINGS, passes));
  }

  /** As on a busy virtual machine, with a neighbour for the rest of {@code quietShare}. */
  private static Noise busy(double quietShare) {
    return busy(new Noise.Host(quietShare, 8, 0.02), 0);
  }

  private static Noise busy(Noise.Host host, double drift) {
    return new Noise(
        "busy",
        new Noise.Scatter(0.006, 0.0065, 0.1, 0, 0.005),
        host,
        new Noise.Interruptions(0.03, 500, 5_000, false, 0.03, 0.01),
        drift);
  }

  /** How many of a hundred intervals of all settings hold the planted cost. */
  private static double held(Noise noise, double slowdown, int passes, int runs) {
    int held = 0;
    int all = 0;
    for (int run = 0; run < runs; run++) {
      for (CostEstimate estimate : estimates(visits(noise, passes, run))) {
        Estimate costNs = requireNonNull(estimate.switchCostNs());
        Point point = estimate.point();
        double trueNs = slowdown * PlantedCosts.DIRECT_NS + COSTS.indirectNs(point);
        held += costNs.low() <= trueNs && costNs.high() >= trueNs ? 1 : 0;
        all++;
      }
    }
    return 100.0 * held / all;
  }

  @ParameterizedTest
  @CsvSource({"3, 600", "5, 500", "10, 400", "40, 200"})
  void onAQuietHostNinetyFiveOfAHundredHold(int passes, int runs) {
    assertThat(held(busy(1), 1, passes, runs)).isBetween(93.0, 97.0);
  }

  @ParameterizedTest
  @CsvSource({"3, 400", "10, 200", "40, 60"})
  void soDoTheyWithANeighbourForAFifthOfTheTime(int passes, int runs) {
    assertThat(held(busy(0.8), 1, passes, runs)).isBetween(93.0, 97.0);
  }

  /**
   * With a neighbour for half of the time what is quiet rests on half the passes. Of three passes a
   * setting may have met none that was quiet, which nothing can tell: ADR 2 says what that costs.
   */
  @ParameterizedTest
  @CsvSource({"10, 200", "40, 60"})
  void halfTheTimeCostsLittle(int passes, int runs) {
    assertThat(held(busy(0.5), 1, passes, runs)).isBetween(91.0, 97.0);
  }

  /** Nothing tells a machine that is always slow from one that is slow by itself. */
  @ParameterizedTest
  @CsvSource({"3, 400", "10, 200"})
  void aMachineThatIsNeverQuietIsEstimatedAsItIs(int passes, int runs) {
    var steady = new Noise.Host(0, 8, 0, List.of(1.4));
    assertThat(held(busy(steady, 0), 1.4, passes, runs)).isBetween(93.0, 97.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.5, 0.8, 1})
  void theDirectPartIsCarriedDownToTheQuietMachine(double quietShare) {
    List<CostEstimate> estimates = estimates(visits(busy(quietShare), 40, 5));
    assertThat(estimates)
        .extracting(estimate -> requireNonNull(estimate.directNs()).value())
        .allSatisfy(ns -> assertThat(ns / PlantedCosts.DIRECT_NS).isBetween(0.98, 1.02));
    double slowerNs = 0.4 * (1 - quietShare) * PlantedCosts.DIRECT_NS;
    assertThat(estimates)
        .extracting(estimate -> requireNonNull(estimate.meanCostNs()).value())
        .as("the mean is not corrected")
        .allSatisfy(ns -> assertThat(ns).isGreaterThan(PlantedCosts.DIRECT_NS + slowerNs / 2));
  }

  /** Slow drift is in all settings of a pass alike, so it cancels in a contrast. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2})
  void aContrastWithinPassesKnowsNoDrift(double drift) {
    int held = 0;
    double width = 0;
    for (int run = 0; run < 400; run++) {
      List<CostEstimate> estimates = estimates(visits(busy(Noise.Host.QUIET, drift), 10, run));
      Estimate rise =
          PassContrast.difference(estimates.get(4), estimates.get(0)).interval(0.95).orElseThrow();
      double trueNs =
          COSTS.costNs(estimates.get(4).point()) - COSTS.costNs(estimates.get(0).point());
      held += rise.low() <= trueNs && rise.high() >= trueNs ? 1 : 0;
      width += (rise.high() - rise.low()) / 2 / 400;
    }
    assertThat(held / 4.0).isBetween(93.0, 97.0);
    assertThat(width).isLessThan(0.03 * PlantedCosts.DIRECT_NS);
  }
}
