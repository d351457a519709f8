package org.switchlab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.switchlab.bench.NeighbourRun.Place;
import org.switchlab.bench.Reading.Kept;
import org.switchlab.claim.Outcome;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Point;
import org.switchlab.table.Estimate;

class NeighbourTest {

  private static final long L2_BYTES = 1 << 20;

  private static CostEstimate at(long arrayBytes, long strideBytes, Double halfNs) {
    Estimate cost =
        halfNs == null ? null : new Estimate(2_000, 2_000 - halfNs, 2_000 + halfNs, 0.95);
    return new CostEstimate(
        new Point("pipe-pair", arrayBytes, strideBytes).setting(),
        cost,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        1,
        0,
        2,
        2,
        Stop.BUDGET);
  }

  @Test
  void aHalfWidthIsTheMedianOverTheSizesAndStridesOfItsRange() throws NotMeasurableException {
    List<CostEstimate> estimates =
        List.of(
            at(0, 0, 900.0),
            at(1 << 10, 8, 20.0),
            at(32 << 10, 64, 40.0),
            at(64 << 10, 64, 60.0),
            at(256 << 10, 64, 200.0),
            at(2 << 20, 64, 300.0),
            at(4 << 20, 64, 900.0));
    assertThat(ArrayRange.TO_64_KIB.halfWidthShare(estimates, L2_BYTES)).hasValue(0.02);
    assertThat(ArrayRange.OF_256_KIB.halfWidthShare(estimates, L2_BYTES)).hasValue(0.1);
    assertThat(ArrayRange.L2_TO_TWICE_L2.halfWidthShare(estimates, L2_BYTES)).hasValue(0.15);
  }

  @Test
  void aCostWithoutIntervalIsNotPassedOver() {
    List<CostEstimate> estimates = List.of(at(1 << 10, 8, 20.0), at(2 << 10, 8, null));
    assertThatThrownBy(() -> ArrayRange.TO_64_KIB.halfWidthShare(estimates, L2_BYTES))
        .isInstanceOf(NotMeasurableException.class)
        .hasMessageContaining("no interval");
  }

  private static NeighbourRun run(Place place, double halfWidth, Map<String, Outcome> exceptions) {
    Map<ArrayRange, Double> shares = new EnumMap<>(ArrayRange.class);
    for (ArrayRange range : ArrayRange.values()) {
      shares.put(range, halfWidth * range.promisedShare());
    }
    Map<String, Outcome> outcomes = new TreeMap<>();
    for (String id : List.of("CS-3", "CS-4", "CS-5", "CS-6", "CS-10")) {
      outcomes.put(id, exceptions.getOrDefault(id, Outcome.CONFIRMED));
    }
    return new NeighbourRun(place, 60, 0.3, shares, outcomes);
  }

  private static Reading reading(double halfWidth, Map<String, Outcome> exceptionsOfTheLast) {
    List<NeighbourRun> runs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      runs.add(run(i < 2 ? Place.OTHER_CPU : Place.SAME_CPU, halfWidth, Map.of()));
    }
    runs.add(run(Place.SAME_CPU, halfWidth, exceptionsOfTheLast));
    return new Neighbour().reading(runs);
  }

  @Test
  void narrowIntervalsAndOneOpenClaimInFiveRunsKeepThePromise() {
    assertThat(reading(0.9, Map.of("CS-6", Outcome.INCONCLUSIVE)).kept()).isEqualTo(Kept.YES);
  }

  @Test
  void wideIntervalsBreakIt() {
    assertThat(reading(1.1, Map.of()).kept()).isEqualTo(Kept.NO);
  }

  @Test
  void runsThatContradictEachOtherBreakItAndAreNamed() {
    Reading reading = reading(0.5, Map.of("CS-4", Outcome.REFUTED));
    assertThat(reading.kept()).isEqualTo(Kept.NO);
    assertThat(reading.note()).contains("confirmed and refuted: CS-4");
  }
}
