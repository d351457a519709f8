package org.switchlab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.bench.PerfPipe.PerfBench;
import org.switchlab.bench.Reading.Kept;
import org.switchlab.os.ExitStatus;
import org.switchlab.os.ExitStatus.ResourceUsage;

class PerfPipeTest {

  private static final long ROUNDS = 1_000;

  private final PerfPipe benchmark = new PerfPipe();

  @Test
  void aRoundTripOfTwoSwitchesIsOnePair() {
    PerfPipe.Runs runs = new PerfPipe.Runs(ROUNDS, 2_600_000, 2 * ROUNDS);
    assertThat(runs.switchPairNs()).isEqualTo(2_600);
    assertThat(runs.switchesPerRound()).isEqualTo(2);
  }

  @Test
  void withinFivePercentIsKeptAndOneDisturbedPairDoesNotMatter() {
    List<PerfPipe.Pairing> pairings =
        List.of(pairing(980, 1_000), pairing(970, 1_000), pairing(3_000, 1_000));

    Reading reading = benchmark.reading(pairings, 0);

    assertThat(reading.kept()).isEqualTo(Kept.YES);
    assertThat(reading.figures()).containsEntry("oursToPerfRatio", 0.98);
    assertThat(reading.figures()).containsEntry("highestRatio", 3.0);
    assertThat(reading.ratioToPromise()).isCloseTo(0.4, within(1e-9));
  }

  @Test
  void tooFastBreaksThePromiseLikeTooSlow() {
    assertThat(benchmark.reading(List.of(pairing(940, 1_000)), 0).kept()).isEqualTo(Kept.NO);
    assertThat(benchmark.reading(List.of(pairing(1_060, 1_000)), 0).kept()).isEqualTo(Kept.NO);
  }

  @Test
  void whatPerfTimesBesideItsOperationsIsTakenOffInASecondRatio() {
    // A tenth of perf's 1 000 × 1 000 ns.
    Reading reading = benchmark.reading(List.of(pairing(900, 1_000)), 100_000);

    assertThat(reading.figures().get("oursToPerfRatio").doubleValue()).isEqualTo(0.9);
    assertThat(reading.figures().get("oursToPerfWithoutStartAndEndRatio").doubleValue())
        .isCloseTo(1, within(1e-9));
    assertThat(reading.note()).contains("100 µs", "10 %");
  }

  @Test
  void aPerfWhoseSidesBothWriteFirstIsNotCompared() {
    var ours = new PerfPipe.Runs(ROUNDS, 1_000 * ROUNDS, 2 * ROUNDS);
    var perf = new PerfPipe.Runs(ROUNDS, 800 * ROUNDS, ROUNDS);

    Reading reading =
        benchmark.reading(Collections.nCopies(3, new PerfPipe.Pairing(ours, perf)), 0);

    assertThat(reading.kept()).isEqualTo(Kept.NOT_MEASURABLE);
    assertThat(reading.note()).contains("1.00 switches an operation, not 2");
    assertThat(reading.figures()).containsEntry("perfSwitchesPerRound", 1.0);
  }

  @Test
  void aMissingPerfIsNamedWithItsRemedy() {
    assertThatThrownBy(() -> PerfBench.requireSuccess(ended(127, "sh: 1: exec: perf: not found")))
        .isInstanceOf(NotMeasurableException.class)
        .hasMessageContaining("perf is not on PATH", "install");
  }

  @Test
  void aFailingPerfIsQuoted() {
    assertThatThrownBy(() -> PerfBench.requireSuccess(ended(129, "Usage: perf bench")))
        .isInstanceOf(NotMeasurableException.class)
        .hasMessageContaining("exited with code 129", "Usage: perf bench");
  }

  private static Subprocess.End ended(int code, String output) {
    return new Subprocess.End(
        new ExitStatus(code << 8, new ResourceUsage(0, 0, 0, 0, 0, 0)), output);
  }

  private static PerfPipe.Pairing pairing(long oursNs, long perfNs) {
    return new PerfPipe.Pairing(
        new PerfPipe.Runs(ROUNDS, oursNs * ROUNDS, 2 * ROUNDS),
        new PerfPipe.Runs(ROUNDS, perfNs * ROUNDS, 2 * ROUNDS));
  }
}
