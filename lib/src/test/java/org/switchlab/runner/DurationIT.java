package org.switchlab.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Durations stand in the relations they must; their values belong to the machine.
 *
 * <p>The fastest of interleaved batches are compared: whatever else the machine does only adds
 * time.
 */
class DurationIT {

  private static final int REPETITIONS = 25;

  @Test
  void twiceTheRoundsTakeAboutTwiceTheTime() {
    assertThat(durationRatio(0, "singles 4000", "singles 2000")).isBetween(1.5, 2.7);
  }

  @Test
  void aPairRoundHoldsTheWalksOfBothProcesses() {
    assertThat(durationRatio(4_194_304, "roundtrips 2", "singles 2")).isGreaterThan(1.4);
  }

  @Test
  void strideZeroWalksNothing() {
    try (var walking = driven(262_144, 8);
        var idle = driven(262_144, 0)) {
      double walkingNs = Double.POSITIVE_INFINITY;
      double idleNs = Double.POSITIVE_INFINITY;
      for (int i = 0; i < REPETITIONS; i++) {
        walkingNs = Math.min(walkingNs, durationNs(walking, "singles 20"));
        idleNs = Math.min(idleNs, durationNs(idle, "singles 20"));
      }
      assertThat(walkingNs / idleNs).isGreaterThan(5);
    }
  }

  private static double durationRatio(long arrayBytes, String longer, String shorter) {
    double longerNs = Double.POSITIVE_INFINITY;
    double shorterNs = Double.POSITIVE_INFINITY;
    try (var runner = driven(arrayBytes, arrayBytes == 0 ? 0 : 8)) {
      for (int i = 0; i < REPETITIONS; i++) {
        longerNs = Math.min(longerNs, durationNs(runner, longer));
        shorterNs = Math.min(shorterNs, durationNs(runner, shorter));
      }
    }
    return longerNs / shorterNs;
  }

  private static StartedRunner driven(long arrayBytes, long strideBytes) {
    var runner =
        StartedRunner.start(
            "drive --seed 1 --array-bytes " + arrayBytes + " --stride-bytes " + strideBytes);
    assertThat(runner.line().keyword()).isEqualTo("hello");
    assertThat(runner.line().keyword()).isEqualTo("peer");
    assertThat(runner.line().keyword()).isEqualTo("ready");
    return runner;
  }

  private static double durationNs(StartedRunner runner, String command) {
    return runner.ask(command).number("durationNs");
  }
}
