package org.switchlab.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.Visits.Judge;
import org.switchlab.run.RunnerException;
import org.switchlab.run.ScriptedRunner;
import org.switchlab.sample.Observation;
import org.switchlab.table.Rows;

/** When a run ends: with its time, with what a pilot asked for, or when verdicts are decided. */
class SamplingEndTest extends SamplingFixture {

  /** Each visit takes four readings of the clock, of 1 ms each: there is time for 1 250 passes. */
  @Test
  void theTimeIsUsedToItsEndHoweverPreciseAndHoweverMany() throws RunnerException {
    Plan plan = plan(timed(10_000));
    Measured measured = sample(plan, runner().noise(0.001));
    assertThat(measured.stops().values()).containsOnly(Stop.BUDGET);
    assertThat(estimates(plan, measured))
        .allSatisfy(estimate -> assertThat(estimate.passes()).hasSizeGreaterThan(1_000));
    assertThat(clock.elapsed()).isBetween(Duration.ofMillis(10_000), Duration.ofMillis(10_010));
  }

  /** Or it would be known beforehand which settings are seen less often. */
  @Test
  void theLastPassIsCutOffWhereChanceSays() throws RunnerException {
    Set<Setting> reached = new HashSet<>();
    for (int ms = 300; ms < 330; ms++) {
      Measured measured = sample(plan(timed(ms)), visitor((s, p) -> List.of(1.0)), NONE);
      Map<Setting, Long> visits =
          measured.observations().stream()
              .collect(Collectors.groupingBy(Observation::setting, Collectors.counting()));
      assertThat(Math.abs(visits.get(DIRECT) - visits.get(ARRAY))).isLessThanOrEqualTo(1);
      if (visits.get(DIRECT) > visits.get(ARRAY)) {
        reached.add(DIRECT);
      } else if (visits.get(DIRECT) < visits.get(ARRAY)) {
        reached.add(ARRAY);
      }
    }
    assertThat(reached).containsExactlyInAnyOrder(DIRECT, ARRAY);
  }

  @Test
  void aPrecisionIsAskedOfThePilotOnceAndEachSettingGetsItsPasses() throws RunnerException {
    List<Integer> asked = new ArrayList<>();
    Judge judge =
        pilot -> {
          asked.add(pilot.size());
          return Map.of(DIRECT, 12, ARRAY, 30);
        };
    Visitor visitor = visitor((setting, process) -> List.of(1.0));
    Measured measured = sample(plan(timed(60_000).withPrecision(0.02)), visitor, judge);
    assertThat(asked).containsExactly(2 * TwoStage.PILOT_PASSES);
    assertThat(passesOf(measured, DIRECT)).isEqualTo(12);
    assertThat(passesOf(measured, ARRAY)).isEqualTo(30);
    assertThat(measured.stops().values()).containsOnly(Stop.PRECISION);
  }

  @Test
  void aSettingThatThePilotFindsPreciseNeedsNoMore() throws RunnerException {
    Visitor visitor = visitor((setting, process) -> List.of(1.0));
    Measured measured =
        sample(plan(timed(60_000).withPrecision(0.02)), visitor, pilot -> Map.of(ARRAY, 10));
    assertThat(passesOf(measured, DIRECT)).isEqualTo(TwoStage.PILOT_PASSES);
  }

  /** A pilot of jitter asks for more than the time has. */
  @Test
  void whereAPrecisionTakesLongerTheBudgetEndsIt() throws RunnerException {
    var random = new Random(1);
    var runner =
        new ScriptedRunner(
            point -> point.isDirect() ? 1_000 : 1_500 + 1_000 * random.nextGaussian());
    Plan plan = plan(timed(1_000).withPrecision(0.001));
    Measured measured = sample(plan, runner);
    assertThat(measured.stops())
        .containsEntry(DIRECT, Stop.PRECISION)
        .containsEntry(ARRAY, Stop.BUDGET);
  }

  private static long passesOf(Measured measured, Setting setting) {
    return measured.observations().stream()
        .filter(seen -> seen.setting().equals(setting))
        .mapToInt(Observation::process)
        .distinct()
        .count();
  }

  /** So many verdicts are open at each look; what it was asked is kept. */
  private static final class Looking implements Needs {
    final List<Double> levels = new ArrayList<>();
    private final List<Integer> openAtLooks;
    private final StepClock clock;
    private final long budgetNs;

    Looking(StepClock clock, Duration budget, Integer... openAtLooks) {
      this.openAtLooks = List.of(openAtLooks);
      this.clock = clock;
      this.budgetNs = budget.toNanos();
    }

    /** Within a run the verdicts are asked for as well; a look is when its time is over. */
    @Override
    public Optional<Open> open(List<Observation> seen, double level) {
      int looked = levels.size();
      if (clock.elapsed().toNanos() < budgetNs << looked) {
        return Optional.of(new Open(7, Set.of()));
      }
      levels.add(level);
      return Optional.of(new Open(openAtLooks.get(looked), Set.of()));
    }
  }

  @Test
  void untilDecidedLooksAtTwiceTheTimeEachAtHalfTheError() throws RunnerException {
    var needs = new Looking(clock, Duration.ofMillis(1_000), 2, 1, 0);
    Plan plan = plan(timed(1_000).withLimitMs(60_000));
    Visitor visitor = visitor((setting, process) -> List.of(1.0));
    Measured measured = sample(plan, visitor, NONE, needs);
    assertThat(needs.levels).containsExactly(0.975, 0.9875, 0.99375);
    assertThat(clock.elapsed()).isBetween(Duration.ofMillis(4_000), Duration.ofMillis(4_020));
    assertThat(measured.stops().values()).containsOnly(Stop.DECIDED);
    Rows looks = measured.facts().getLast();
    assertThat(looks.rows()).extracting(row -> row.whole("open")).containsExactly(2L, 1L, 0L);
    assertThat(Looks.lastLevel(measured.facts())).contains(0.99375);
  }

  @Test
  void untilDecidedEndsAtTheLimitWithWhatIsOpen() throws RunnerException {
    var needs = new Looking(clock, Duration.ofMillis(1_000), 2, 2, 1);
    Plan plan = plan(timed(1_000).withLimitMs(3_000));
    Measured measured = sample(plan, visitor((setting, p) -> List.of(1.0)), NONE, needs::open);
    assertThat(clock.elapsed()).isBetween(Duration.ofMillis(3_000), Duration.ofMillis(3_020));
    assertThat(measured.stops().values()).containsOnly(Stop.BUDGET);
    assertThat(measured.facts().getLast().rows()).hasSize(3);
  }

  @Test
  void anInterruptedRunIsJudgedAtTheLevelOfTheLookThatWasDue() throws RunnerException {
    Visitor visitor =
        visitor(
            (setting, process) -> {
              if (process == 5) {
                throw new InterruptedException();
              }
              return List.of(1.0);
            });
    Measured measured = sample(plan(timed(1_000).withLimitMs(3_000)), visitor, NONE);
    assertThat(measured.interrupted()).isTrue();
    assertThat(Looks.lastLevel(measured.facts())).contains(0.975);
  }

  @Test
  void aRunThatDoesNotWaitForVerdictsLooksOnceAndSaysNothingOfLooks() throws RunnerException {
    Measured measured = sample(plan(timed(1_000)), runner());
    assertThat(Looks.lastLevel(measured.facts())).isEmpty();
  }
}
