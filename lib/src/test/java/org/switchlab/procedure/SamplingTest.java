package org.switchlab.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.switchlab.estimate.GapTable;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Setting;
import org.switchlab.run.NoHugePagesException;
import org.switchlab.run.ProcessJob;
import org.switchlab.run.Progress;
import org.switchlab.run.RunnerException;
import org.switchlab.run.UnavailableException;
import org.switchlab.run.ScriptedRunner;
import org.switchlab.sample.Observation;
import org.switchlab.sample.ProcessSample;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

class SamplingTest extends SamplingFixture {

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
  void whatTheKernelHasNotIsLeftOutAtOnceAndSaidOnce() throws RunnerException {
    List<Setting> asked = new ArrayList<>();
    Visitor small =
        visitor(
            (setting, process) -> {
              asked.add(setting);
              if (setting.equals(ARRAY)) {
                throw new NoHugePagesException();
              }
              return List.of(1.0);
            });
    Measured measured = sample(plan(fixed(3)), small, NONE);
    assertThat(measured.stops())
        .containsEntry(DIRECT, Stop.FIXED)
        .containsEntry(ARRAY, Stop.UNAVAILABLE);
    assertThat(asked).filteredOn(ARRAY::equals).hasSize(1);
    assertThat(measured.warnings())
        .extracting(Warning::code)
        .containsExactly(WarningCode.NO_HUGE_PAGES);
    assertThat(measured.warnings().getFirst().message()).contains("1 of 2 settings");
  }

  @Test
  void whatThisMachineLacksIsAGapWithItsReason() throws RunnerException {
    Visitor small =
        visitor(
            (setting, process) -> {
              if (setting.equals(ARRAY)) {
                throw new UnavailableException("Go is not installed", "install it");
              }
              return List.of(1.0);
            });
    Measured measured = sample(plan(fixed(3)), small, NONE);
    assertThat(measured.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo(WarningCode.SETTINGS_LEFT_OUT);
              assertThat(warning.message())
                  .isEqualTo("1 of 2 settings are left out: Go is not installed");
              assertThat(warning.remedy()).isEqualTo("install it");
            });
    assertThat(GapTable.read(plan(fixed(3)), measured.facts()))
        .containsExactly(entry(ARRAY, "Go is not installed: install it"));
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
}
