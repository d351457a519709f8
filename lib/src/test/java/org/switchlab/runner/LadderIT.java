package org.switchlab.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to switch makes the switches its cost is divided by, wherever its peer lives. */
class LadderIT {

  private static final String POINT =
      " --array-bytes 4096 --stride-bytes 64 --seed 3 --couples 5 --rounds 400";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call",
        "register",
        "gthread-register",
        "ucontext",
        "gthread-noalloc",
        "gthread-nomask",
        "gthread",
        "sched-yield-thread",
        "sched-yield-process",
        "futex-thread",
        "futex-process",
        "eventfd-thread",
        "eventfd-process",
        "pipe-thread",
        "pipe-process",
        "socketpair-thread",
        "socketpair-process"
      })
  void underFifoARoundTripIsTwoSwitchesAndASingleMessageNone(String rung) throws Exception {
    assumeFifo();
    try (var runner =
        StartedRunner.start(rung + POINT + " --fifo 10 --cpu " + Cpus.lastAllowed())) {
      List<Line> batches = ProtocolIT.batches(runner.lines());
      assertThat(batches).hasSize(10);
      SwitchCountIT.assertCounts(batches);
      assertThat(runner.errors()).isEmpty();
      assertThat(runner.exitCode()).isZero();
    }
  }

  /** The kernel knows nothing of a user-level switch: its own switches are disturbances. */
  @Test
  void aUserLevelSwitchIsCountedByItsLibraryAlone() throws Exception {
    assumeFifo();
    try (var runner =
        StartedRunner.start(
            "gthread-register" + POINT + " --fifo 10 --cpu " + Cpus.lastAllowed())) {
      assertThat(ProtocolIT.batches(runner.lines()))
          .anyMatch(batch -> batch.number("involuntarySwitches") == 0)
          .allMatch(batch -> batch.number("voluntarySwitches") == batch.number("switchesExpected"));
    }
  }

  @Test
  void aProcessPeerIsAChildAThreadPeerATaskAndAUserLevelPeerTheRunnerItself() throws Exception {
    try (var runner = drivenBy("futex-process")) {
      long peer = runner.ask("begin").number("pid");
      assertThat(runner.handle().children().map(ProcessHandle::pid)).containsExactly(peer);
    }
    try (var runner = drivenBy("futex-thread")) {
      long peer = runner.ask("begin").number("pid");
      long pid = runner.handle().pid();
      assertThat(peer).isNotEqualTo(pid);
      assertThat(Path.of("/proc/%d/task/%d".formatted(pid, peer))).exists();
    }
    try (var runner = drivenBy("gthread")) {
      assertThat(runner.ask("begin").number("pid")).isEqualTo(runner.handle().pid());
    }
  }

  private static StartedRunner drivenBy(String rung) {
    StartedRunner runner = StartedRunner.start(rung + POINT + " --handshake");
    assertThat(runner.line().keyword()).isEqualTo("hello");
    return runner;
  }

  @ParameterizedTest
  @ValueSource(strings = {"futex-thread", "futex-process", "pipe-thread", "pipe-process"})
  void aPeerOnAnotherCpuStaysThere(String rung) throws Exception {
    int cpu = Cpus.lastAllowed();
    int peerCpu = Cpus.firstAllowed();
    assumeTrue(peerCpu != cpu, "there is only one CPU to run on");
    try (var runner =
        StartedRunner.start(
            rung + POINT + " --handshake --cpu " + cpu + " --peer-cpu " + peerCpu)) {
      runner.line();
      long peer = runner.ask("begin").number("pid");
      assertThat(runner.line().keyword()).isEqualTo("ready");
      assertThat(Cpus.allowed("/proc/%d/status".formatted(runner.handle().pid())))
          .isEqualTo(Integer.toString(cpu));
      assertThat(Cpus.allowed("/proc/%d/status".formatted(peer)))
          .isEqualTo(Integer.toString(peerCpu));
      runner.send("go");
      assertThat(ProtocolIT.batches(runner.lines()))
          .hasSize(10)
          .allMatch(batch -> batch.number("migrated") == 0);
    }
  }

  /** The fastest couple of each: noise only adds. */
  @Test
  void theHandWrittenSwitchIsTwentyTimesCheaperThanThePipe() throws Exception {
    assertThat(leastCostNs("gthread-register") * 20).isLessThan(leastCostNs("pipe-pair"));
  }

  private static double leastCostNs(String rung) throws Exception {
    String options =
        " --array-bytes 0 --stride-bytes 0 --seed 1 --couples 40 --batch-ns 1000000 --cpu ";
    try (var runner = StartedRunner.start(rung + options + Cpus.lastAllowed())) {
      List<Line> batches = ProtocolIT.batches(runner.lines());
      return leastRoundNs(batches, "pair") / 2 - leastRoundNs(batches, "single");
    }
  }

  private static double leastRoundNs(List<Line> batches, String variant) {
    return batches.stream()
        .filter(batch -> batch.is("variant", variant))
        .mapToDouble(batch -> (double) batch.number("durationNs") / batch.number("rounds"))
        .min()
        .orElseThrow();
  }

  private static void assumeFifo() {
    assumeTrue(
        SwitchCountIT.fifoIsGranted(),
        "SCHED_FIFO is refused here: run as root or raise ulimit -r");
  }
}
