package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Rung;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

class SwitchLadderTest {

  private static Machine with(Integer... allowedCpus) {
    return Scripted.machine(allowedCpus);
  }

  private static Setup<Ladder> setup() {
    return SwitchLadder.EXPERIMENT.setup().seed(1);
  }

  private static List<String> rungs(Plan plan) {
    return plan.settings().stream().map(setting -> setting.text("rung")).toList();
  }

  @Test
  void withTwoCpusEveryRungIsMeasuredOnce() {
    Plan plan = setup().plan(with(0, 2));
    assertThat(rungs(plan)).isEqualTo(Rung.names());
    assertThat(plan.settings()).allMatch(setting -> setting.row().values().size() == 1);
    assertThat(SwitchLadder.EXPERIMENT.isCalled("ladder")).isTrue();
  }

  @Test
  void withOneCpuTheRungsAcrossCpusAreLeftOutAndThatIsSaid() {
    List<String> onOneCpu =
        Rung.ALL.stream().map(Rung::name).filter(name -> !name.endsWith("-cross")).toList();
    Plan plan = setup().plan(with(2));
    assertThat(rungs(plan)).isEqualTo(onOneCpu);
    assertThat(leftOut(plan))
        .singleElement()
        .asString()
        .startsWith(Rung.ALL.size() - onOneCpu.size() + " rungs are left out");
    assertThat(leftOut(setup().set("rungs", "call", "pipe-thread-cross").plan(with(2))))
        .singleElement()
        .asString()
        .startsWith("1 rung is left out");
    assertThat(leftOut(setup().plan(with(0, 2)))).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setup().set("rungs", "pipe-thread-cross").plan(with(2)))
        .withMessageContaining("second CPU")
        .withMessageContaining("taskset");
  }

  private static List<String> leftOut(Plan plan) {
    Ladder.Analysis analysis = new Ladder.Analysis();
    return analysis
        .doubts(plan, with(2), List.of(), analysis.tables(plan, List.of(), java.util.Map.of()))
        .stream()
        .filter(doubt -> doubt.code() == WarningCode.RUNGS_LEFT_OUT)
        .map(Warning::message)
        .toList();
  }

  @Test
  void theOtherSideRunsOnAnotherCoreIfThereIsOne() {
    assertThat(SwitchLadder.otherCpu(with(0, 1, 2), 0)).hasValue(2);
    assertThat(SwitchLadder.otherCpu(with(0, 1), 0)).hasValue(1);
    assertThat(SwitchLadder.otherCpu(with(3), 3)).isEmpty();
  }

  @Test
  void rungsAreChosenByNameInTheOrderAskedFor() {
    Plan plan = setup().set("rungs", "pipe-process", "call", "call").plan(with(0, 2));
    assertThat(rungs(plan)).containsExactly("pipe-process", "call");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setup().set("rungs", "pipes"))
        .withMessageContaining("gthread-register");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setup().set("rungs"))
        .withMessageContaining("rungs");
  }

  @Test
  void whatMeansNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setup().sizesBytes(1024))
        .withMessageContaining("switch-ladder has no use for 'sizes'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KernelSwitchCost.EXPERIMENT.set("rungs", "call"))
        .withMessageContaining("kernel-switch has no use for 'rungs'");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> setup().set("paper", true).set("scale", 0.1).precision(0.01).plan(with(0, 2)))
        .withMessageContaining("paper");
  }

  @Test
  void aRungIsItsSubjectOnTheCpusOfItsScope() {
    Machine machine = with(0, 2);
    Plan plan = setup().cpu(0).plan(machine);
    assertThat(SwitchLadder.target(plan, machine, Rung.named("futex-process-cross")).peerCpu())
        .isEqualTo(2);
    assertThat(SwitchLadder.target(plan, machine, Rung.named("futex-process")).peerCpu()).isZero();
    assertThat(
            SwitchLadder.target(plan, machine, Rung.named("futex-process-cross")).point().subject())
        .isEqualTo("futex-process");
  }

  @Test
  void theKernelsPipeSwitchHasOneNameInTables() {
    assertThat(Rung.named("pipe-process").subject()).isEqualTo(KernelSwitchCost.SUBJECT);
    assertThat(Rung.named("pipe-process-cross").subject()).isEqualTo(KernelSwitchCost.SUBJECT);
    assertThat(Rung.named("pipe-thread").subject()).isEqualTo("pipe-thread");
  }
}
