package org.switchlab.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.switchlab.estimate.CostAnalysis;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.Stop;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Effort.Estimator;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.Visits.Judge;
import org.switchlab.run.ProcessJob;
import org.switchlab.run.Progress;
import org.switchlab.run.Runner;
import org.switchlab.run.RunnerException;
import org.switchlab.run.ScriptedRunner;
import org.switchlab.sample.Couple;
import org.switchlab.sample.Observation;
import org.switchlab.sample.ProcessSample;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

class SamplingTest {

  private static final Judge NONE = pilot -> Map.of();
  private static final Setting DIRECT = at(0, 0);
  private static final Setting ARRAY = at(32 << 10, 64);

  private final List<Observation> recorded = new ArrayList<>();
  private final List<Progress> reports = new ArrayList<>();
  private final StepClock clock = new StepClock(Duration.ofMillis(1));

  private static Setting at(long arrayBytes, long strideBytes) {
    return Setting.of("arrayBytes", arrayBytes, "strideBytes", strideBytes);
  }

  private static Effort timed(long budgetMs) {
    return new Effort("test", 0.95, budgetMs, 0, 0, 0, 6, 1_000_000, 0, Estimator.TYPICAL);
  }

  private static Effort fixed(int passes) {
    return new Effort("test", 0.95, 60_000, 0, passes, 0, 6, 1_000_000, 0, Estimator.TYPICAL);
  }

  private static Plan plan(Effort effort) {
    List<Column> factors =
        List.of(
            Column.whole("arrayBytes", Unit.BYTES, "array"),
            Column.whole("strideBytes", Unit.BYTES, "stride"));
    return new Plan(
        "test",
        "A test",
        "",
        factors,
        Couple.MEASURES,
        List.of(DIRECT, ARRAY),
        Map.of(),
        effort,
        0,
        5);
  }

  private Measured sample(Plan plan, Visitor visitor, Judge judge) throws RunnerException {
    return sample(plan, visitor, judge, Needs.NONE);
  }

  private Measured sample(Plan plan, Visitor visitor, Judge judge, Needs needs)
      throws RunnerException {
    var choices = new Choices(List.of(), Map.of(), Machine.published(), false);
    var task =
        new Task(plan, Machine.published(), choices, recorded::add, reports::add, needs, null);
    return new Sampling(task, visitor, judge, clock).run();
  }

  private Measured sample(Plan plan, Runner runner) throws RunnerException {
    var visitor =
        new PairedVisitor(
            runner,
            plan.effort(),
            setting -> new PairedVisitor.Target(Point.of(setting, "pipe-pair"), 0, 0));
    return sample(plan, visitor, new CostJudge(plan));
  }

  private static List<CostEstimate> estimates(Plan plan, Measured measured) {
    return CostAnalysis.estimates(plan, measured.observations(), measured.stops());
  }

  private static ScriptedRunner runner() {
    return new ScriptedRunner(point -> point.isDirect() ? 1_000 : 1_500);
  }

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

  @Test
  void theVisitorHearsHowItStandsAfterWholePasses() throws RunnerException {
    List<Integer> heard = new ArrayList<>();
    Visitor visitor =
        new Scripted((setting, process) -> List.of(1.0)) {
          @Override
          public void passed(List<Observation> seen, Set<Setting> needed) {
            assertThat(needed).containsExactly(ARRAY);
            heard.add(seen.size());
          }
        };
    Needs needs = (seen, level) -> Optional.of(new Needs.Open(1, Set.of(ARRAY)));
    sample(plan(timed(500)), visitor, NONE, needs);
    assertThat(heard).startsWith(6, 8, 10, 14).allMatch(seen -> seen % 2 == 0);
    assertThat(heard).hasSizeLessThan(20);
  }

  @Test
  void aFixedProtocolRunsToItsEndHoweverPrecise() throws RunnerException {
    var runner = runner();
    Measured measured = sample(plan(fixed(7)), runner);
    assertThat(measured.stops().values()).containsOnly(Stop.FIXED);
    assertThat(runner.jobs()).hasSize(14);
  }

  @Test
  void everyObservationIsRecordedAsItComes() throws RunnerException {
    Measured measured = sample(plan(fixed(3)), runner());
    assertThat(recorded).isEqualTo(measured.observations());
    assertThat(ProcessSample.of(recorded)).hasSize(6);
  }

  @Test
  void equalSeedsAskForTheSameJobs() throws RunnerException {
    var one = runner();
    var other = runner();
    sample(plan(fixed(3)), one);
    sample(plan(fixed(3)), other);
    assertThat(one.jobs()).isEqualTo(other.jobs());
    assertThat(one.jobs().stream().map(ProcessJob::seed)).doesNotHaveDuplicates();
  }

  @Test
  void aFailingProcessCostsItsSettingNothingButTime() throws RunnerException {
    Measured measured = sample(plan(fixed(3)), runner().failing(2, 4));
    assertThat(measured.warnings())
        .extracting(Warning::code)
        .containsExactly(WarningCode.RUNNER_FAILED);
    assertThat(measured.warnings().getFirst().message()).contains("after 4 couples");
    assertThat(measured.stops().values()).containsOnly(Stop.FIXED);
  }

  @Test
  void ifNothingCanBeMeasuredTheFirstFailureIsThrown() {
    Visitor broken =
        visitor(
            (setting, process) -> {
              throw new RunnerException("no runner for this machine", null);
            });
    assertThatExceptionOfType(RunnerException.class)
        .isThrownBy(() -> sample(plan(timed(60_000)), broken, NONE))
        .withMessage("no runner for this machine");
  }

  @Test
  void aSettingThatShowsNothingIsGivenUpAndTheOthersAreNot() throws RunnerException {
    Visitor half = visitor((setting, process) -> setting.equals(DIRECT) ? List.of() : List.of(1.0));
    Measured measured = sample(plan(fixed(3)), half, NONE);
    assertThat(measured.stops())
        .containsEntry(DIRECT, Stop.FAILED)
        .containsEntry(ARRAY, Stop.FIXED);
  }

  @Test
  void anInterruptKeepsWhatWasCompleted() throws RunnerException {
    var runner =
        new ScriptedRunner(
            point -> {
              if (ProcessSample.of(recorded).size() == 3) {
                Thread.currentThread().interrupt();
              }
              return 1_000;
            });
    Measured measured = sample(plan(fixed(5)), runner);
    assertThat(measured.interrupted()).isTrue();
    assertThat(ProcessSample.of(recorded)).hasSizeBetween(3, 4);
    assertThat(measured.stops().values()).containsOnly(Stop.INTERRUPTED);
    assertThat(measured.warnings()).extracting(Warning::code).contains(WarningCode.INTERRUPTED);
  }

  @Test
  void everyPassVisitsEverySettingOnceInAnOrderOfItsOwn() throws RunnerException {
    List<Setting> visited = new ArrayList<>();
    Visitor visitor =
        visitor(
            (setting, process) -> {
              visited.add(setting);
              return List.of((double) process);
            });
    sample(plan(fixed(12)), visitor, NONE);
    assertThat(visited).hasSize(24);
    Set<List<Setting>> orders = new HashSet<>();
    for (int pass = 0; pass < 12; pass++) {
      orders.add(List.copyOf(visited.subList(2 * pass, 2 * pass + 2)));
      assertThat(visited.subList(2 * pass, 2 * pass + 2)).containsExactlyInAnyOrder(DIRECT, ARRAY);
    }
    assertThat(orders).hasSize(2);
  }

  @Test
  void progressOnlyGrowsAndEndsOnce() throws RunnerException {
    sample(plan(timed(5_000)), runner().noise(0.5));
    assertThat(reports).extracting(Progress::doneShare).isSorted();
    assertThat(reports).filteredOn(Progress::finished).hasSize(1);
    assertThat(reports.getLast().finished()).isTrue();
    assertThat(reports.size()).isGreaterThan(5);
  }

  @Test
  void progressSaysWhichPassAndWhatIsNext() throws RunnerException {
    sample(plan(timed(5_000)), runner().noise(0.5));
    assertThat(reports)
        .extracting(Progress::step)
        .anyMatch(step -> step.matches("pass \\d+, no array, no stride"))
        .anyMatch(step -> step.matches("pass \\d+, array 32 KiB, stride 64 B"));
  }

  @Test
  void progressSaysHowManyVerdictsAreOpen() throws RunnerException {
    Needs needs = (seen, level) -> Optional.of(new Needs.Open(3, Set.of(DIRECT, ARRAY)));
    sample(plan(timed(5_000)), visitor((setting, process) -> List.of(1.0)), NONE, needs);
    assertThat(reports)
        .extracting(Progress::step)
        .anyMatch(step -> step.matches("pass \\d+, 3 verdicts open"));
  }

  /** What a visit sees. */
  private interface Script {
    List<Double> see(Setting setting, int process) throws RunnerException, InterruptedException;
  }

  private static Visitor visitor(Script script) {
    return new Scripted(script);
  }

  private static class Scripted implements Visitor {
    private final Script script;

    Scripted(Script script) {
      this.script = script;
    }

    @Override
    public void visit(Setting setting, int process, long seed, Consumer<Observation> sink)
        throws RunnerException, InterruptedException {
      for (double value : script.see(setting, process)) {
        sink.accept(new Observation(setting, process, 0, Row.of("durationNs", value)));
      }
    }

    @Override
    public List<Warning> warnings() {
      return List.of();
    }
  }
}
