package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.defect.Comparison;
import org.switchlab.defect.Conduct;
import org.switchlab.defect.WrongMethod;
import org.switchlab.defect.WrongMethods;
import org.switchlab.estimate.Stop;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.EffortOptions;
import org.switchlab.procedure.StepClock;
import org.switchlab.procedure.TwoStage;
import org.switchlab.procedure.Visitor;
import org.switchlab.procedure.Visits;
import org.switchlab.result.ResultData;
import org.switchlab.result.ResultException;
import org.switchlab.result.ResultWriter;
import org.switchlab.run.Progress;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.Couple;
import org.switchlab.sample.Observation;
import org.switchlab.sample.ProcessSample;
import org.switchlab.sample.Source;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

class WrongWaysTest {

  private static final Machine MACHINE = Machine.published();
  private static final Visitor SHARING_SAVES =
      new SampleVisits(at -> conduct(at).equals("shared-array") ? 300 : 1_000);

  @TempDir private Path temporary;

  private static String conduct(Setting setting) {
    return setting.text(Conduct.FACTOR);
  }

  private static Setup<WrongWaysResult> quick(Object... methods) {
    return WrongWays.EXPERIMENT.setup().quick().seed(7).set("method", methods);
  }

  private static List<String> conducts(Plan plan) {
    return plan.settings().stream().map(WrongWaysTest::conduct).toList();
  }

  /** A run whose visits are made up. */
  private WrongWaysResult run(Setup<WrongWaysResult> setup, Visitor visitor, Path folder) {
    var effort = new EffortOptions(Efforts.passes(), Efforts.quickPasses());
    var experiment =
        WrongWays.EXPERIMENT.by(
            new Visits(
                effort,
                Couple.MEASURES,
                task -> visitor,
                WrongWays::judge,
                new StepClock(Duration.ofMillis(20))));
    return new ExperimentRun<>(experiment, MACHINE, setup.plan(MACHINE), setup.choices(MACHINE))
        .result(folder, Progress.Listener.SILENT);
  }

  @Test
  void aMethodMeasuresOnlyWhatItNeeds() {
    assertThat(conducts(quick("twice-the-switches").plan(MACHINE))).containsExactly("paired");
    assertThat(conducts(quick("shared-array").plan(MACHINE)))
        .containsExactly("paired", "shared-array");
    assertThat(quick("li-2007", "shared-array").plan(MACHINE).chosen())
        .containsEntry("method", List.of("li-2007", "shared-array"));
  }

  @Test
  void onOneCpuNothingIsUnpinned() {
    assertThat(conducts(WrongWays.EXPERIMENT.setup().plan(MACHINE)))
        .containsExactly("paired", "shared-array", "separate", "long");
    assertThat(conducts(WrongWays.EXPERIMENT.setup().plan(Machine.read())).contains("unpinned"))
        .isEqualTo(Machine.read().allowedCpus().size() > 1);
  }

  @Test
  void withoutOptionsTwoArraysFillL2() {
    Plan plan = WrongWays.EXPERIMENT.setup().plan(MACHINE);
    assertThat(plan.settings())
        .extracting(at -> at.whole("arrayBytes"))
        .containsOnly(MACHINE.cacheBytes(2).orElseThrow() / 2);
    assertThat(plan.settings()).extracting(at -> at.whole("strideBytes")).containsOnly(64L);
    assertThat(plan.effort()).isEqualTo(Efforts.passes());
    assertThat(quick("lat-ctx").plan(MACHINE).effort()).isEqualTo(Efforts.quickPasses());
    assertThat(WrongWays.EXPERIMENT.isCalled("defects")).isTrue();
  }

  @Test
  void theOrderOfTheSettingsDoesNotMatter() {
    Duration budget = Duration.ofSeconds(3);
    assertThat(quick("lat-ctx").precision(0.1).budget(budget).plan(MACHINE))
        .isEqualTo(
            WrongWays.EXPERIMENT
                .set("method", "lat-ctx")
                .budget(budget)
                .precision(0.1)
                .seed(7)
                .quick()
                .plan(MACHINE));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    Setup<WrongWaysResult> setup = WrongWays.EXPERIMENT.setup();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setup.set("method", "guess"))
        .withMessageContaining("method is guess")
        .withMessageContaining("li-2007, lat-ctx, twice-the-switches")
        .withMessageContaining("long-single-then-long-pair");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setup.sizesBytes(1024, 2048))
        .withMessageContaining("sizes takes one value, and 2 are given");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setup.stridesBytes(8, 64))
        .withMessageContaining("strides takes one value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setup.set("conduct", "paired"))
        .withMessageContaining("protocols has no use for 'conduct'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setup.set("paper", true))
        .withMessageContaining("no use for 'paper'");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> WrongWays.EXPERIMENT.setup().sizesBytes(64).stridesBytes(128).plan(MACHINE))
        .withMessageContaining("stride 128 B is larger than the array of 64 B");
  }

  @Test
  void allPartsGetThePassesThatTheWidestErrorTakes() {
    WrongWaysResult result =
        run(quick("shared-array", "lat-ctx").precision(0.05), SHARING_SAVES, null);
    assertThat(result.samples()).hasSize(2 * TwoStage.PILOT_PASSES);
    assertThat(result.comparisons()).extracting(Comparison::stop).containsOnly(Stop.PRECISION);
    assertThat(result.comparison("shared-array").orElseThrow().errorShare())
        .isBetween(-0.75, -0.65);
    assertThat(result.comparison("li-2007")).isEmpty();
  }

  @Test
  void whatIsNotKnownWellEnoughIsMeasuredUntilTheTimeEnds() {
    int[] visits = {0};
    Visitor restless = new SampleVisits(at -> visits[0]++ / 4 % 3 == 0 ? 500 : 1_500);
    WrongWaysResult result = run(quick("shared-array").precision(0.001), restless, null);
    assertThat(result.samples()).hasSizeGreaterThan(3 * TwoStage.PILOT_PASSES);
    assertThat(result.comparisons()).extracting(Comparison::stop).containsOnly(Stop.BUDGET);
  }

  /** Or a wrong method would be set beside what was right at another time. */
  @Test
  void whatFailedDoesNotShiftThePasses() {
    var failing = new FailingOnce(SHARING_SAVES);
    WrongWaysResult result = run(quick("shared-array"), failing, null);
    assertThat(result.has(WarningCode.RUNNER_FAILED)).isTrue();
    List<Integer> shared = processes(result, "shared-array");
    assertThat(shared).startsWith(0, 2, 3);
    assertThat(result.comparisons().getFirst().applications())
        .isEqualTo((int) processes(result, "paired").stream().filter(shared::contains).count());
  }

  private static List<Integer> processes(WrongWaysResult result, String conduct) {
    return result.samples().stream()
        .filter(sample -> conduct(sample.setting()).equals(conduct))
        .map(ProcessSample::process)
        .toList();
  }

  /** Loses the second visit of the shared array. */
  private record FailingOnce(Visitor visitor) implements Visitor {
    @Override
    public void visit(Setting setting, int process, long seed, Consumer<Observation> sink)
        throws RunnerException, InterruptedException {
      if (conduct(setting).equals("shared-array") && process == 1) {
        throw new RunnerException("lost", null);
      }
      visitor.visit(setting, process, seed, sink);
    }

    @Override
    public List<Warning> warnings() {
      return List.of();
    }
  }

  @Test
  void whatIsLoadedEqualsWhatWasSaved() {
    Path folder = temporary.resolve("result");
    WrongWaysResult result = run(quick("shared-array", "unpinned"), SHARING_SAVES, folder);
    assertThat(WrongWays.EXPERIMENT.load(folder)).isEqualTo(result);
    assertThat(Catalogue.load(folder)).isEqualTo(result);
    assertThat(result.comparisons()).isEqualTo(WrongWays.EXPERIMENT.load(folder).comparisons());
  }

  @Test
  void anEditedFileIsNamed() throws Exception {
    Path folder = temporary.resolve("result");
    run(quick("lat-ctx"), SHARING_SAVES, folder);
    Files.writeString(folder.resolve("tables.json"), "x");
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> WrongWays.EXPERIMENT.load(folder))
        .withMessageContaining("tables.json");
  }

  @Test
  void anInterruptedRunLoadsWhatItsPassesSayAndSaysSo() {
    Path folder = temporary.resolve("result");
    Plan plan = quick("lat-ctx", "twice-the-switches", "mean-of-everything").plan(MACHINE);
    List<Observation> seen = new SampleVisits(at -> 1_000).seen(plan.settings(), 3);
    ResultData begun = ResultData.begun(Source.MEASURED, "2026-01-02T03:04:05Z", MACHINE, plan);
    ResultWriter.begin(folder, begun).append(seen);
    WrongWaysResult loaded = WrongWays.EXPERIMENT.load(folder);
    assertThat(loaded.samples()).extracting(ProcessSample::process).containsExactly(0, 1, 2);
    assertThat(loaded.observations()).isEqualTo(seen);
    assertThat(loaded.comparisons())
        .extracting(Comparison::name)
        .containsExactly("lat-ctx", "twice-the-switches", "mean-of-everything");
    assertThat(loaded.comparisons())
        .extracting(Comparison::stop)
        .isSubsetOf(Stop.INTERRUPTED, Stop.PRECISION);
    assertThat(loaded.has(WarningCode.INTERRUPTED)).isTrue();
  }

  @Test
  void everyMethodIsInTheTableAppliedOrNot() {
    WrongWaysResult result = run(WrongWays.EXPERIMENT.setup().quick(), SHARING_SAVES, null);
    assertThat(result.comparisons())
        .extracting(Comparison::name)
        .containsExactlyElementsOf(WrongMethods.all().stream().map(WrongMethod::name).toList());
    assertThat(result.comparison("unpinned").orElseThrow().applications()).isZero();
    assertThat(result.table().columnNames())
        .contains("method", "wrongNs", "rightNs", "errorNs", "errorLowNs", "errorHighNs")
        .contains("errorShare", "onceLowNs", "onceHighNs", "applications", "unanswered", "stop");
  }
}
