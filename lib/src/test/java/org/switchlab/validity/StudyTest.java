package org.switchlab.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.validity.Scenario.Part;

/**
 * Runs whose truth was planted, a few of each kind; all follows from seeds.
 *
 * <p>Missed, and asserted as reached: of the mean half of the intervals hold where a neighbour
 * stays for passes, because passes are not independent then. On a host that is quiet for a fifth of
 * the time three passes are too few to know what quiet is: 75 of 100 hold the typical cost and 57
 * its direct part; ten passes make it 89 and 87.
 */
class StudyTest {

  private static final long SEED = 7;
  private static final int RUNS = 4;
  private static final List<Scenario> NOISES =
      Scenario.all(true).stream()
          .filter(s -> s.part() == Part.NOISES)
          .map(s -> new Scenario(s.part(), s.costs(), s.noise(), s.passes(), RUNS))
          .toList();
  private static final Scenario BUSY =
      new Scenario(Part.NOISES, PlantedCosts.paper(), Noise.busy(), 20, 12);

  private static Study noises = new Study(Map.of());

  @BeforeAll
  static void simulate() throws InterruptedException {
    noises = Study.of(NOISES, SEED, _ -> {});
  }

  @AfterEach
  void forgetInterrupts() {
    Thread.interrupted();
  }

  @Test
  void intervalsHoldAndVerdictsAreTrueUnderEveryNoise() {
    Scores scores = noises.of(_ -> true);
    assertThat(List.of(Quantity.TYPICAL, Quantity.DIRECT, Quantity.INDIRECT))
        .allSatisfy(quantity -> assertThat(held(scores, quantity)).isBetween(0.93, 0.97));
    assertThat(scores.falseRuns().value()).isLessThanOrEqualTo(0.05);
  }

  @ParameterizedTest
  @ValueSource(strings = {"calm", "heavy tails", "interrupts", "layouts", "drift"})
  void soDoThoseOfTheMeanWhereEachPassIsAsGoodAsTheNext(String noise) {
    assertThat(held(under(noise), Quantity.MEAN)).isBetween(0.93, 0.97);
  }

  /** Short of 93: see above. */
  @Test
  void whereANeighbourStaysForPassesTheMeansOfHalfHold() {
    assertThat(held(under("slow passes"), Quantity.MEAN)).isBetween(0.5, 0.97);
    assertThat(held(noises.of(_ -> true), Quantity.MEAN)).isBetween(0.8, 0.97);
  }

  /** Short of 93 but for the indirect part, which needs no quiet host: see above. */
  @Test
  void threePassesOnASeldomQuietHostDoNotKnowWhatQuietIs() throws Exception {
    Scores scores = study(new Scenario(Part.STATES, PlantedCosts.paper(), Noise.busy(0.2), 3, 20));
    assertThat(held(scores, Quantity.TYPICAL)).isBetween(0.65, 0.97);
    assertThat(held(scores, Quantity.DIRECT)).isBetween(0.45, 0.97);
    assertThat(held(scores, Quantity.INDIRECT)).isBetween(0.93, 0.97);
    assertThat(scores.falseRuns().value()).isZero();
  }

  private static double held(Scores scores, Quantity quantity) {
    return scores.held(quantity).orElseThrow().value();
  }

  private static Scores under(String noise) {
    return noises.of(scenario -> scenario.noise().name().equals(noise));
  }

  private static Scores study(Scenario scenario) throws InterruptedException {
    return Study.of(List.of(scenario), SEED, _ -> {}).of(_ -> true);
  }

  @Test
  void whatIsPlantedClearlyIsFound() throws Exception {
    Scores scores = study(new Scenario(Part.NOISES, PlantedCosts.paper(), Noise.calm(), 20, 10));
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
    Scores scores = study(new Scenario(Part.FEW, PlantedCosts.paper(), Noise.calm(), 2, 2));
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
    assertThatThrownBy(() -> Study.of(NOISES, SEED, _ -> {}))
        .isInstanceOf(InterruptedException.class);
  }
}
