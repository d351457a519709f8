package org.switchlab.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The denominator: the kernel counts the switches that the cost is divided by. */
class SwitchCountIT {

  private static final double TOLERANCE = 0.01;

  @Test
  void pinnedAPairBatchCountsTwoSwitchesARoundTripAndASingleBatchNone() throws Exception {
    assertCounts(measure(""));
  }

  @Test
  void underFifoEachSwitchIsVoluntary() throws Exception {
    assumeTrue(fifoIsGranted(), "SCHED_FIFO is refused here: run as root or raise ulimit -r");
    List<Line> batches = measure(" --fifo 10");
    assertCounts(batches);
    assertThat(batches)
        .hasSize(40)
        .allMatch(batch -> batch.number("migrated") == 0)
        .allMatch(
            batch ->
                batch.number("voluntarySwitches")
                    >= batch.number("switchesExpected") * (1 - TOLERANCE));
  }

  /**
   * No batch counts fewer switches than it must make, and most count just these. A neighbour may
   * preempt us in some, under SCHED_FIFO too: the kernel keeps a share of each second for others.
   */
  static void assertCounts(List<Line> batches) {
    assertThat(batches).noneMatch(batch -> extra(batch) < -allowed(batch));
    long accepted = batches.stream().filter(batch -> extra(batch) <= allowed(batch)).count();
    assertThat(accepted).as("of %s", batches).isGreaterThanOrEqualTo(batches.size() * 8L / 10);
  }

  private static double extra(Line batch) {
    return batch.switchesCounted() - batch.number("switchesExpected");
  }

  private static double allowed(Line batch) {
    return TOLERANCE * batch.number("rounds");
  }

  static boolean fifoIsGranted() {
    try (var runner = StartedRunner.start("reference --count 1 --fifo 10")) {
      return !runner.errors().contains("sched_setscheduler");
    }
  }

  private static List<Line> measure(String options) throws Exception {
    String command =
        "pipe-pair --array-bytes 4096 --stride-bytes 64 --seed 3 --couples 20 --rounds 500 --cpu ";
    try (var runner = StartedRunner.start(command + Cpus.lastAllowed() + options)) {
      return ProtocolIT.batches(runner.lines());
    }
  }
}
