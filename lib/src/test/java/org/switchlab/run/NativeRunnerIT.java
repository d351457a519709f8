package org.switchlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchlab.os.Affinity;
import org.switchlab.os.Capabilities;
import org.switchlab.os.Footprint;
import org.switchlab.os.ResourceLimit;
import org.switchlab.os.ResourceLimit.Resource;
import org.switchlab.plan.Point;
import org.switchlab.sample.Couple;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** The real runner under its real control plane. */
class NativeRunnerIT {

  private final int cpu = Affinity.allowed().getLast();
  private Footprint before;

  @BeforeEach
  void takeFootprint() throws IOException {
    before = Footprint.now();
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    before.assertNothingAdded();
  }

  private ProcessJob job(Point point, long seed) {
    return new ProcessJob(point, 0, seed, 8, 1_000_000, 0, cpu);
  }

  private static List<Couple> measure(Runner runner, ProcessJob job) throws Exception {
    var couples = new ArrayList<Couple>();
    runner.measure(job, couples::add);
    return couples;
  }

  @Test
  void aPinnedPairMakesTheSwitchesTheFormulaDividesBy() throws Exception {
    NativeRunner runner = NativeRunner.create();
    List<Couple> couples = measure(runner, job(Point.direct("pipe-pair"), 1));
    assertThat(couples).extracting(Couple::index).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(couples).anyMatch(Couple::denominatorHolds);
    assertThat(runner.warnings()).extracting(Warning::code).doesNotContain(WarningCode.NO_PINNING);
  }

  @Test
  void theSeedDecidesTheOrderOfBatches() throws Exception {
    NativeRunner runner = NativeRunner.create();
    Point point = new Point("pipe-pair", 4096, 64);
    List<Boolean> order = pairFirst(measure(runner, job(point, -7)));
    assertThat(order).contains(true, false);
    assertThat(pairFirst(measure(runner, job(point, -7)))).isEqualTo(order);
  }

  private static List<Boolean> pairFirst(List<Couple> couples) {
    return couples.stream().map(Couple::pairFirst).toList();
  }

  @Test
  void roundsCanBeFixed() throws Exception {
    var job = new ProcessJob(Point.direct("pipe-pair"), 0, 1, 2, 1_000_000, 123, cpu);
    assertThat(measure(NativeRunner.create(), job))
        .allMatch(couple -> couple.pair().rounds() == 123 && couple.single().rounds() == 123);
  }

  @Test
  void withoutTheRightToFifoItMeasuresAndWarnsOnce() throws Exception {
    assumeTrue(
        ResourceLimit.of(ProcessHandle.current().pid(), Resource.RTPRIO).soft() == 0,
        "RLIMIT_RTPRIO grants SCHED_FIFO to everybody here");
    NativeRunner runner = NativeRunner.create();
    Capabilities.without(
        () -> {
          assertThat(measure(runner, job(Point.direct("pipe-pair"), 1))).hasSize(8);
          assertThat(measure(runner, job(Point.direct("pipe-pair"), 2))).hasSize(8);
        },
        Capabilities.SYS_NICE);
    assertThat(runner.warnings()).extracting(Warning::code).containsExactly(WarningCode.NO_FIFO);
    assertThat(runner.warnings().getFirst().message())
        .contains("EPERM", "preempt", "compares only with others made without SCHED_FIFO");
    assertThat(runner.warnings().getFirst().remedy()).contains("--cap-add=SYS_NICE");
  }

  @Test
  void aCpuThatIsNotThereIsRefused() {
    var job = new ProcessJob(Point.direct("pipe-pair"), 0, 1, 2, 1_000_000, 0, 4095);
    assertThatThrownBy(() -> measure(NativeRunner.create(), job))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("CPU 4095 is not there or not allowed; allowed: [");
  }

  @Test
  void whatTheRunnerRefusesIsPassedOn() {
    assertThatThrownBy(() -> measure(NativeRunner.create(), job(Point.direct("telepathy"), 1)))
        .isInstanceOf(RunnerException.class)
        .hasMessageContaining("while starting: it exited with code 2")
        .hasMessageContaining("'telepathy'");
  }

  @Test
  void aSinkThatThrowsEndsTheProcess() {
    assertThatThrownBy(
            () ->
                NativeRunner.create()
                    .measure(
                        job(Point.direct("pipe-pair"), 1),
                        couple -> {
                          throw new IllegalStateException("disk full");
                        }))
        .hasMessage("disk full");
  }
}
