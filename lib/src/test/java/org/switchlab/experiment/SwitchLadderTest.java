package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.switchlab.Lab;
import org.switchlab.machine.Machine;
import org.switchlab.machine.Topology;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Rung;
import org.switchlab.plan.Rungs;

class SwitchLadderTest {

  private static Machine with(Integer... allowedCpus) {
    Machine base = Machine.published();
    var topology =
        new Topology(
            List.of(0, 1, 2, 3),
            List.of(allowedCpus),
            List.of(),
            List.of(List.of(0, 1), List.of(2, 3)),
            List.of(),
            1,
            "on");
    return new Machine(
        base.cpu(),
        topology,
        base.caches(),
        base.tlbs(),
        base.memory(),
        base.kernel(),
        base.frequency(),
        base.virtualization(),
        base.cgroup(),
        base.rights(),
        base.load(),
        base.unreadable());
  }

  private static List<String> rungs(Plan plan) {
    return plan.points().stream().map(Point::subject).toList();
  }

  @Test
  void withTwoCpusEveryRungIsMeasuredOnceAndWithoutArray() {
    Plan plan = Lab.switchLadder().plan(with(0, 2));
    assertThat(rungs(plan)).isEqualTo(Rungs.names());
    assertThat(plan.points()).allMatch(Point::isDirect);
  }

  @Test
  void withOneCpuTheRungsAcrossCpusAreLeftOut() {
    List<String> onOneCpu =
        Rungs.ALL.stream().map(Rung::name).filter(name -> !name.endsWith("-cross")).toList();
    assertThat(rungs(Lab.switchLadder().plan(with(2)))).isEqualTo(onOneCpu);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lab.switchLadder().rungs("pipe-thread-cross").plan(with(2)))
        .withMessageContaining("second CPU")
        .withMessageContaining("taskset");
  }

  @Test
  void theOtherSideRunsOnAnotherCoreIfThereIsOne() {
    assertThat(SwitchLadder.otherCpu(with(0, 1, 2), 0)).hasValue(2);
    assertThat(SwitchLadder.otherCpu(with(0, 1), 0)).hasValue(1);
    assertThat(SwitchLadder.otherCpu(with(3), 3)).isEmpty();
  }

  @Test
  void rungsAreChosenByNameInTheOrderAskedFor() {
    Plan plan = Lab.switchLadder().rungs("pipe-process", "call", "call").plan(with(0, 2));
    assertThat(rungs(plan)).containsExactly("pipe-process", "call");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lab.switchLadder().rungs("pipes"))
        .withMessageContaining("gthread-register");
    assertThatIllegalArgumentException().isThrownBy(() -> Lab.switchLadder().rungs());
  }

  @Test
  void whatMeansNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lab.switchLadder().sizesBytes(1024))
        .withMessageContaining("switch-ladder has no use for array sizes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lab.kernelSwitchCost().rungs("call"))
        .withMessageContaining("kernel-switch has no use for rungs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lab.switchLadder().paper(0.1).precision(0.01).plan(with(0, 2)))
        .withMessageContaining("paper");
  }

  @Test
  void fig5IsMeasuredWithAThinFig3BesideIt() {
    Plan plan = Lab.userSwitchCost().sizesBytes(4096, 8192).stridesBytes(0, 8, 64).plan();
    assertThat(Lab.figure(5).definition()).isSameAs(Lab.userSwitchCost().definition());
    assertThat(plan.points().getFirst()).isEqualTo(Point.direct("gthread"));
    List<Point> beside =
        plan.points().stream().filter(p -> p.subject().equals("pipe-pair")).toList();
    assertThat(beside)
        .containsExactly(
            Point.direct("pipe-pair"),
            new Point("pipe-pair", 4096, 64),
            new Point("pipe-pair", 8192, 64));
    assertThat(strides(Lab.userSwitchCost().stridesBytes(0).plan())).containsExactly(0L);
    assertThat(strides(Lab.userSwitchCost().stridesBytes(8, 16).plan()))
        .containsExactlyInAnyOrder(0L, 8L);
  }

  private static Set<Long> strides(Plan plan) {
    return plan.points().stream()
        .filter(p -> p.subject().equals("pipe-pair"))
        .map(Point::strideBytes)
        .collect(java.util.stream.Collectors.toSet());
  }
}
