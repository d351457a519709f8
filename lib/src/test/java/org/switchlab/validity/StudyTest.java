package org.switchlab.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.validity.Scenario.Part;

/** Runs whose truth was planted, a few of each kind; all follows from seeds. */
class StudyTest {

  private static final long SEED = 7;
  private static final List<Scenario> QUICK =
      Scenario.all(true).stream().filter(s -> s.part() == Part.NOISES).toList();
  private static final Scenario BUSY =
      new Scenario(Part.NOISES, PlantedCosts.paper(), Noise.busy(), 20, 12);

  @AfterEach
  void forgetInterrupts() {
    Thread.interrupted();
  }

  @Test
  void intervalsHoldAndVerdictsAreTrueUnderEveryNoise() throws Exception {
    Scores scores = Study.of(QUICK, SEED, _ -> {}).of(_ -> true);
    for (Quantity quantity : List.of(Quantity.TYPICAL, Quantity.DIRECT, Quantity.INDIRECT)) {
      assertThat(scores.held(quantity).orElseThrow().value())
          .as(quantity.words())
          .isBetween(0.93, 0.97);
    }
    assertThat(scores.falseRuns().value()).isLessThanOrEqualTo(0.05);
  }

  @Test
  void whatIsPlantedClearlyIsFound() throws Exception {
    var calm = new Scenario(Part.NOISES, PlantedCosts.paper(), Noise.calm(), 20, 10);
    Scores scores = Study.of(List.of(calm), SEED, _ -> {}).of(_ -> true);
    assertThat(ClaimTruth.ON_COSTS)
        .allSatisfy(claim -> assertThat(scores.decided(claim).value()).isEqualTo(1));
    assertThat(scores.falseRuns().value()).isZero();
  }

  /**
   * The slots of a visit see one state of the host: as units of their own they promise too much.
   */
  @Test
  void slotsTakenForUnitsAreFoundOut() {
    Function<List<Observation>, Double> held =
        seen -> SimulatedRun.score(BUSY, seen).heldShare().get(Quantity.DIRECT);
    assertThat(mean(held)).isBetween(0.92, 0.98);
    assertThat(mean(seen -> held.apply(slotsAsPasses(seen)))).isLessThan(0.9);
  }

  private static double mean(Function<List<Observation>, Double> held) {
    return IntStream.range(0, BUSY.runs())
        .mapToDouble(run -> held.apply(SimulatedRun.observations(BUSY, SEED + run)))
        .average()
        .orElseThrow();
  }

  private static List<Observation> slotsAsPasses(List<Observation> seen) {
    Map<Setting, Integer> slots = new HashMap<>();
    return seen.stream()
        .map(
            slot ->
                new Observation(
                    slot.setting(),
                    slots.merge(slot.setting(), 1, Integer::sum) - 1,
                    slot.repetition(),
                    slot.seen()))
        .toList();
  }

  @Test
  void fewerThanThreePassesSayNothingOfCosts() throws Exception {
    var two = new Scenario(Part.FEW, PlantedCosts.paper(), Noise.calm(), 2, 2);
    Scores scores = Study.of(List.of(two), SEED, _ -> {}).of(_ -> true);
    assertThat(Quantity.values()).allSatisfy(q -> assertThat(scores.held(q)).isEmpty());
    assertThat(ClaimTruth.ON_COSTS)
        .allSatisfy(claim -> assertThat(scores.decided(claim).value()).isZero());
  }

  @Test
  void allFollowsFromTheSeed() throws Exception {
    List<Scenario> one = List.of(BUSY);
    Study study = Study.of(one, SEED, _ -> {});
    assertThat(Study.of(one, SEED, _ -> {})).isEqualTo(study);
    assertThat(Study.of(one, SEED + 1, _ -> {})).isNotEqualTo(study);
  }

  @Test
  void anInterruptEndsIt() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Study.of(QUICK, SEED, _ -> {}))
        .isInstanceOf(InterruptedException.class);
  }
}
