package org.switchlab.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
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
import org.switchlab.table.Unit;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

class SamplingTest {

  private static final Setting DIRECT = at(0, 0);
  private static final Setting ARRAY = at(32 << 10, 64);
  private static final long STEP_NS = 1_000_000;

  private final List<Observation> recorded = new ArrayList<>();
  private final List<Progress> reports = new ArrayList<>();
  private final AtomicLong clockNs = new AtomicLong();
  private double sign = 1;

  private static Setting at(long arrayBytes, long strideBytes) {
    return Setting.of("arrayBytes", arrayBytes, "strideBytes", strideBytes);
  }

  private static Plan plan(double precision, int minProcesses, int maxProcesses, long budgetMs) {
    var effort =
        new Effort(
            "test",
            precision,
            0.95,
            budgetMs,
            minProcesses,
            maxProcesses,
            6,
            1_000_000,
            0,
            Estimator.QUIET_MEDIAN);
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
    var choices = new Choices(List.of(), Map.of(), Machine.published(), false);
    var task = new Task(plan, Machine.published(), choices, recorded::add, reports::add);
    return new Sampling(task, visitor, judge, () -> clockNs.addAndGet(STEP_NS)).run();
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

  @Test
  void stopsAtEachSettingWhenItIsPrecise() throws RunnerException {
    Plan plan = plan(0.02, 3, 50, 60_000);
    Measured measured = sample(plan, runner().noise(0.01));
    assertThat(measured.stops().values()).containsOnly(Stop.PRECISION);
    List<CostEstimate> estimates = estimates(plan, measured);
    assertThat(estimates.getFirst().switchCostNs().value()).isCloseTo(1_000, within(15.));
    assertThat(estimates.getLast().switchCostNs().value()).isCloseTo(1_500, within(20.));
  }

  @Test
  void goesOnWhereOnlyOneSettingIsImprecise() throws RunnerException {
    Plan plan = plan(0.02, 3, 12, 60_000);
    var runner = new ScriptedRunner(point -> point.isDirect() ? 1_000 : jitter());
    List<CostEstimate> estimates = estimates(plan, sample(plan, runner));
    assertThat(estimates.getFirst().passes()).hasSize(3);
    assertThat(estimates.getLast().passes()).hasSize(12);
    assertThat(estimates.getLast().stop()).isEqualTo(Stop.BUDGET);
  }

  /** Half the couples cost 1 µs, half 2 µs: no interval of their median is narrow. */
  private double jitter() {
    sign = -sign;
    return 1_500 + sign * 500;
  }

  @Test
  void endsWithTheBudgetAndSaysSo() throws RunnerException {
    Measured measured = sample(plan(0.0001, 2, 100_000, 1_000), runner().noise(0.5));
    assertThat(measured.stops().values()).containsOnly(Stop.BUDGET);
    assertThat(clockNs.get()).isLessThan(3_000_000_000L);
  }

  @Test
  void aFixedProtocolRunsToItsEndHoweverPrecise() throws RunnerException {
    var runner = runner();
    Measured measured = sample(plan(0, 7, 7, 60_000), runner);
    assertThat(measured.stops().values()).containsOnly(Stop.FIXED);
    assertThat(runner.jobs()).hasSize(14);
  }

  @Test
  void disturbedCouplesDoNotMoveTheEstimate() throws RunnerException {
    Plan plan = plan(0.02, 6, 50, 60_000);
    Measured measured = sample(plan, runner().noise(0.005).disturbed(0.4));
    CostEstimate direct = estimates(plan, measured).getFirst();
    assertThat(direct.switchCostNs().value()).isCloseTo(1_000, within(10.));
  }

  @Test
  void everyObservationIsRecordedAsItComes() throws RunnerException {
    Measured measured = sample(plan(0, 3, 3, 60_000), runner());
    assertThat(recorded).isEqualTo(measured.observations());
    assertThat(ProcessSample.of(recorded)).hasSize(6);
  }

  @Test
  void equalSeedsAskForTheSameJobs() throws RunnerException {
    var one = runner();
    var other = runner();
    sample(plan(0, 3, 3, 60_000), one);
    sample(plan(0, 3, 3, 60_000), other);
    assertThat(one.jobs()).isEqualTo(other.jobs());
    assertThat(one.jobs().stream().map(ProcessJob::seed)).doesNotHaveDuplicates();
  }

  @Test
  void aFailingProcessCostsItsSettingNothingButTime() throws RunnerException {
    Measured measured = sample(plan(0, 3, 3, 60_000), runner().failing(2, 4));
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
        .isThrownBy(() -> sample(plan(0.02, 2, 4, 60_000), broken, SamplingTest::never))
        .withMessage("no runner for this machine");
  }

  @Test
  void aSettingThatShowsNothingIsGivenUpAndTheOthersAreNot() throws RunnerException {
    Visitor half = visitor((setting, process) -> setting.equals(DIRECT) ? List.of() : List.of(1.0));
    Measured measured = sample(plan(0, 3, 3, 60_000), half, SamplingTest::never);
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
    Measured measured = sample(plan(0, 5, 5, 60_000), runner);
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
    sample(plan(0, 12, 12, 60_000), visitor, SamplingTest::never);
    assertThat(visited).hasSize(24);
    Set<List<Setting>> orders = new HashSet<>();
    for (int pass = 0; pass < 12; pass++) {
      orders.add(List.copyOf(visited.subList(2 * pass, 2 * pass + 2)));
      assertThat(visited.subList(2 * pass, 2 * pass + 2)).containsExactlyInAnyOrder(DIRECT, ARRAY);
    }
    assertThat(orders).hasSize(2);
  }

  @Test
  void itEndsWhenTheJudgeIsContentAndNotBeforeTheLeastVisits() throws RunnerException {
    Visitor visitor = visitor((setting, process) -> List.of(1.0));
    Measured measured = sample(plan(0.02, 4, 12, 60_000), visitor, (seen, due) -> Set.copyOf(due));
    assertThat(measured.observations()).hasSize(8);
    assertThat(measured.stops().values()).containsOnly(Stop.PRECISION);
  }

  @Test
  void progressOnlyGrowsAndEndsOnce() throws RunnerException {
    sample(plan(0.0001, 2, 100_000, 5_000), runner().noise(0.5));
    assertThat(reports).extracting(Progress::doneShare).isSorted();
    assertThat(reports).filteredOn(Progress::finished).hasSize(1);
    assertThat(reports.getLast().finished()).isTrue();
    assertThat(reports.size()).isGreaterThan(5);
  }

  @Test
  void progressSaysWhatIsNext() throws RunnerException {
    sample(plan(0.0001, 2, 100_000, 5_000), runner().noise(0.5));
    assertThat(reports)
        .extracting(Progress::step)
        .contains("no array, no stride", "array 32 KiB, stride 64 B");
  }

  private static Set<Setting> never(List<Observation> seen, List<Setting> due) {
    return Set.of();
  }

  /** What a visit sees. */
  private interface Script {
    List<Double> see(Setting setting, int process) throws RunnerException;
  }

  private static Visitor visitor(Script script) {
    return new Visitor() {
      @Override
      public void visit(Setting setting, int process, long seed, Consumer<Observation> sink)
          throws RunnerException {
        for (double value : script.see(setting, process)) {
          sink.accept(new Observation(setting, process, 0, Row.of("durationNs", value)));
        }
      }

      @Override
      public List<Warning> warnings() {
        return List.of();
      }
    };
  }
}
