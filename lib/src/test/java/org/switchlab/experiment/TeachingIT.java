package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.estimate.AccessPattern;
import org.switchlab.estimate.Activity;
import org.switchlab.estimate.SamplePatterns;
import org.switchlab.os.Footprint;
import org.switchlab.run.MeasuringTurn;
import org.switchlab.run.Progress;
import org.switchlab.sample.Variant;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Figs. 1 and 2 with the real runner, on few rounds. */
class TeachingIT {

  private static final int ROUNDS = 20;

  @TempDir private Path temporary;
  private Footprint before;

  @BeforeEach
  void takeFootprint() throws Exception {
    before = Footprint.now();
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    before.assertNothingAdded();
  }

  private static Setup<TimelineResult> timeline() {
    return TimelineExperiment.EXPERIMENT.set("rounds", ROUNDS).progress(Progress.Listener.SILENT);
  }

  /**
   * Whoever preempts whom: a message is read after it was written, so that the stamps of a round
   * pass at least twice between the processes, and at most as often as there are stamps.
   */
  @Test
  void aTimelineSeesTheSwitchesThatTheMessagesNeed() {
    Path folder = temporary.resolve("timeline");
    TimelineResult result = timeline().saveTo(folder).run();
    assertThat(TimelineExperiment.EXPERIMENT.load(folder)).isEqualTo(result);
    assertThat(result.rounds()).isEqualTo(ROUNDS);
    assertThat(result.stamps()).hasSize(3 * ROUNDS + 1 + 6 * ROUNDS + 1);
    assertThat(result.messageNs(Variant.SINGLE, Activity.SWITCH)).isEmpty();
    assertThat(result.messageNs(Variant.PAIR, Activity.SWITCH).orElse(0)).isPositive();
    assertThat(result.switchesExpected()).hasValue(2 * ROUNDS);
    assertThat(result.switchesCounted().orElse(0)).isPositive();
    assertThat(result.switchesSeen()).isBetween(2L * ROUNDS, 6L * ROUNDS);
  }

  @Test
  void withTheRightToShutOthersOutItSeesExactlyThose() {
    TimelineResult result = timeline().run();
    Set<WarningCode> refused = EnumSet.of(WarningCode.NO_PINNING, WarningCode.NO_FIFO);
    assumeThat(result.warnings())
        .as("without both rights a neighbour can preempt a process between two steps")
        .extracting(Warning::code)
        .doesNotContainAnyElementsOf(refused);
    assertThat(result.switchesSeen()).isEqualTo(2 * ROUNDS);
  }

  @Test
  void whoStopsItAtOnceGetsAResultThatSaysSo() throws InterruptedException {
    // Another run on this host may have the turn: who is stopped while waiting has no result.
    try (var turn = MeasuringTurn.await(Progress.Listener.SILENT)) {
      assertThat(turn).isNotNull();
      Thread.currentThread().interrupt();
      TimelineResult result = timeline().run();
      assertThat(Thread.interrupted()).isFalse();
      assertThat(result.has(WarningCode.INTERRUPTED)).isTrue();
      assertThat(result.stamps()).isEmpty();
      assertThat(result.toString()).contains("nothing measured");
      assertThat(Setup.last()).isSameAs(result);
    }
  }

  @Test
  void theRunnerWalksAsAlgorithmOneDoes() {
    Path folder = temporary.resolve("pattern");
    AccessPatternResult result =
        AccessPatternExperiment.EXPERIMENT
            .set("sizes", 8192)
            .set("strides", 8, 64, 256)
            .progress(Progress.Listener.SILENT)
            .saveTo(folder)
            .run();
    assertThat(AccessPatternExperiment.EXPERIMENT.load(folder)).isEqualTo(result);
    assertThat(result.warnings()).as("there is no time in it to be doubted").isEmpty();
    assertThat(result.patterns())
        .extracting(AccessPattern::order)
        .containsExactly(
            SamplePatterns.of(8192, 8).order(),
            SamplePatterns.of(8192, 64).order(),
            SamplePatterns.of(8192, 256).order());
  }
}
