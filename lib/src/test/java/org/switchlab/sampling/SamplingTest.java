package org.switchlab.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Estimator;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Protocol;
import org.switchlab.run.ProcessJob;
import org.switchlab.run.Progress;
import org.switchlab.run.Runner;
import org.switchlab.run.RunnerException;
import org.switchlab.run.ScriptedRunner;
import org.switchlab.sample.ProcessSample;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

class SamplingTest {

  private static final Point DIRECT = Point.direct("pipe-pair");
  private static final Point ARRAY = new Point("pipe-pair", 32 << 10, 64);
  private static final long STEP_NS = 1_000_000;

  private final List<ProcessSample> recorded = new ArrayList<>();
  private final List<Progress> reports = new ArrayList<>();
  private final AtomicLong clockNs = new AtomicLong();

  private static Plan plan(double precision, int minProcesses, int maxProcesses, long budgetMs) {
    var protocol =
        new Protocol(
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
    return new Plan("test", "A test", "", List.of(DIRECT, ARRAY), protocol, 0, 5);
  }

  private Sampled sample(Plan plan, Runner runner, OptionalDouble knownFloorNs)
      throws RunnerException {
    return new Sampling(
            plan,
            runner,
            knownFloorNs,
            recorded::add,
            reports::add,
            () -> clockNs.addAndGet(STEP_NS))
        .run();
  }

  private Sampled sample(Plan plan, Runner runner) throws RunnerException {
    return sample(plan, runner, OptionalDouble.empty());
  }

  private static ScriptedRunner runner() {
    return new ScriptedRunner(point -> point.isDirect() ? 1_000 : 1_500);
  }

  @Test
  void stopsAtEachPointWhenItIsPrecise() throws RunnerException {
    Sampled sampled = sample(plan(0.02, 3, 50, 60_000), runner().noise(0.01));
    assertThat(sampled.estimates()).extracting(PointEstimate::stop).containsOnly(Stop.PRECISION);
    assertThat(sampled.estimates().getFirst().switchCostNs().value()).isCloseTo(1_000, within(15.));
    assertThat(sampled.estimates().getLast().switchCostNs().value()).isCloseTo(1_500, within(20.));
  }

  @Test
  void goesOnWhereOnlyOnePointIsImprecise() throws RunnerException {
    var runner = new ScriptedRunner(point -> point.isDirect() ? 1_000 : jitter());
    Sampled sampled = sample(plan(0.02, 3, 12, 60_000), runner);
    assertThat(sampled.estimates().getFirst().processes()).isEqualTo(3);
    assertThat(sampled.estimates().getLast().processes()).isEqualTo(12);
    assertThat(sampled.estimates().getLast().stop()).isEqualTo(Stop.BUDGET);
  }

  private double sign = 1;

  /** Half the couples cost 1 µs, half 2 µs: no interval of their median is narrow. */
  private double jitter() {
    sign = -sign;
    return 1_500 + sign * 500;
  }

  @Test
  void endsWithTheBudgetAndSaysSo() throws RunnerException {
    Sampled sampled = sample(plan(0.0001, 2, 100_000, 1_000), runner().noise(0.5));
    assertThat(sampled.estimates()).extracting(PointEstimate::stop).containsOnly(Stop.BUDGET);
    assertThat(clockNs.get()).isLessThan(3_000_000_000L);
  }

  @Test
  void aFixedProtocolRunsToItsEndHoweverPrecise() throws RunnerException {
    var runner = runner();
    Sampled sampled = sample(plan(0, 7, 7, 60_000), runner);
    assertThat(sampled.estimates()).extracting(PointEstimate::stop).containsOnly(Stop.FIXED);
    assertThat(runner.jobs()).hasSize(14);
  }

  @Test
  void waitsForQuietCouplesWhileTheMachineIsAboveItsKnownFloor() throws RunnerException {
    Sampled sampled =
        sample(plan(0.02, 3, 9, 60_000), runner().noise(0.001), OptionalDouble.of(9_000));
    assertThat(sampled.estimates()).extracting(PointEstimate::processes).containsOnly(9);
  }

  @Test
  void disturbedCouplesDoNotMoveTheEstimate() throws RunnerException {
    Sampled sampled = sample(plan(0.02, 6, 50, 60_000), runner().noise(0.005).disturbed(0.4));
    PointEstimate direct = sampled.estimates().getFirst();
    assertThat(direct.switchCostNs().value()).isCloseTo(1_000, within(10.));
    assertThat(direct.quietShare()).isBetween(0.2, 0.9);
  }

  @Test
  void everySampleIsRecordedAsItComes() throws RunnerException {
    Sampled sampled = sample(plan(0, 3, 3, 60_000), runner());
    assertThat(recorded).isEqualTo(sampled.samples().processes()).hasSize(6);
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
  void aFailingProcessCostsItsPointNothingButTime() throws RunnerException {
    Sampled sampled = sample(plan(0, 3, 3, 60_000), runner().failing(2, 4));
    assertThat(sampled.warnings())
        .extracting(Warning::code)
        .containsExactly(WarningCode.RUNNER_FAILED);
    assertThat(sampled.warnings().getFirst().message()).contains("after 4 couples");
    assertThat(sampled.estimates()).extracting(PointEstimate::stop).containsOnly(Stop.FIXED);
  }

  @Test
  void ifNothingCanBeMeasuredTheFirstFailureIsThrown() {
    Runner broken =
        new Runner() {
          @Override
          public void measure(
              ProcessJob job, java.util.function.Consumer<org.switchlab.sample.Couple> sink)
              throws RunnerException {
            throw new RunnerException("no runner for this machine", null);
          }

          @Override
          public List<Warning> warnings() {
            return List.of();
          }
        };
    assertThatExceptionOfType(RunnerException.class)
        .isThrownBy(() -> sample(plan(0.02, 2, 4, 60_000), broken))
        .withMessage("no runner for this machine");
  }

  @Test
  void anInterruptKeepsWhatWasCompleted() throws RunnerException {
    var runner =
        new ScriptedRunner(
            point -> {
              if (recorded.size() == 3) {
                Thread.currentThread().interrupt();
              }
              return 1_000;
            });
    Sampled sampled = sample(plan(0, 5, 5, 60_000), runner);
    assertThat(sampled.interrupted()).isTrue();
    assertThat(recorded).hasSizeBetween(3, 4);
    assertThat(sampled.estimates()).extracting(PointEstimate::stop).containsOnly(Stop.INTERRUPTED);
    assertThat(sampled.warnings()).extracting(Warning::code).contains(WarningCode.INTERRUPTED);
  }

  @Test
  void progressOnlyGrowsAndEndsOnce() throws RunnerException {
    sample(plan(0.0001, 2, 100_000, 5_000), runner().noise(0.5));
    assertThat(reports).extracting(Progress::doneShare).isSorted();
    assertThat(reports).filteredOn(Progress::finished).hasSize(1);
    assertThat(reports.getLast().finished()).isTrue();
    assertThat(reports.size()).isGreaterThan(5);
  }
}
