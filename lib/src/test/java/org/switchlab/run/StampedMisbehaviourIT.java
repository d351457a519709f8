package org.switchlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.switchlab.os.Affinity;
import org.switchlab.os.Footprint;
import org.switchlab.plan.Point;
import org.switchlab.run.RunnerException.Stage;
import org.switchlab.sample.Rounds;
import org.switchlab.sample.Slot;

/** Whatever a runner does between stamped slots: the cause is named and nothing is left. */
class StampedMisbehaviourIT {

  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Duration LONG = Duration.ofMinutes(1);

  private static final String READY =
      """
      sleep 1000 >/dev/null 2>&1 &
      echo $! >> "$0.peers"
      echo "peer pid=$!"
      echo "ready pairRoundNs=1000 singleRoundNs=500 %s"
      read go
      slot() {
        echo "slot index=$1 groups=1 rounds=3 messageNs=$2 messageMeanNs=1.0 legNs=2.0 \
      legMeanNs=2.0 walkAloneNs=3.0 walkAloneMeanNs=3.0 walkBetweenNs=4.0 \
      walkBetweenMeanNs=4.0 switchesExpected=8 voluntarySwitches=8 involuntarySwitches=0 migrated=0"
      }
      """;

  private static final String STAMPED = "blockRounds=3 stampSource=clock stampNs=40.5";

  @TempDir Path directory;
  private Footprint before;

  @BeforeEach
  void takeFootprint() throws IOException {
    before = Footprint.now();
  }

  @AfterEach
  void nothingIsLeft() throws IOException, InterruptedException {
    before.assertNothingAdded();
    StandIn.assertNoPeerLeft(directory.resolve("stand-in"));
  }

  private Stamping measure(String ready, String rest, Duration silence, List<Slot> slots)
      throws Exception {
    Path runner = StandIn.until(Stage.PREPARING, READY.formatted(ready) + rest, directory);
    var limits = new Launcher.TimeLimits(LONG, LONG, silence, 1);
    int cpu = Affinity.allowed().getLast();
    var job = new StampedJob(Point.direct("pipe-pair"), 1, 2, 1_000_000, 100_000, cpu);
    return new NativeRunner(runner, limits).stamped(job, slots::add);
  }

  @Test
  void aGoodStandInIsMeasured() throws Exception {
    var slots = new ArrayList<Slot>();
    Stamping stamping = measure(STAMPED, "slot 0 1.5; slot 1 -2.5; echo done slots=2", LONG, slots);
    assertThat(stamping).isEqualTo(new Stamping(Stamping.Source.CLOCK, 40.5, 3));
    assertThat(slots).extracting(Slot::messageNs).containsExactly(1.5, -2.5);
  }

  static Stream<Arguments> misdeeds() {
    return Stream.of(
        Arguments.of("slot 1 1.5; read end", "slot 1 where slot 0 is due"),
        Arguments.of("slot 0 1.5; slot 0 1.5; read end", "slot 0 where slot 1 is due"),
        Arguments.of("slot 0 soon; read end", "messageNs is 'soon' and no number"),
        Arguments.of("batch 0 0 pair 200; read end", "no 'slot' in the line"),
        Arguments.of("slot 0 1.5; kill -KILL $$", "was killed by SIGKILL"),
        Arguments.of("slot 0 1.5; echo lost >&2; exit 1", "code 1; its stderr ends: lost"),
        Arguments.of("slot 0 1.5; exec sleep 1000", "it hung: silent for 0.4 s"),
        Arguments.of("slot 0 1.5; while :; do :; done", "it hung: silent for 0.4 s"),
        Arguments.of("slot 0 1; slot 1 1; slot 2 1; read end", "no 'done' in the line"),
        Arguments.of("slot 0 1; slot 1 1; echo done slots=2; exit 5", "it exited with code 5"));
  }

  @ParameterizedTest
  @MethodSource("misdeeds")
  void theCauseIsNamed(String misdeed, String cause) {
    assertThatThrownBy(() -> measure(STAMPED, misdeed, SHORT, new ArrayList<>()))
        .isInstanceOf(RunnerException.class)
        .hasMessageContaining("the runner failed while running: ")
        .hasMessageContaining(cause);
  }

  private static final String ALONE = "echo round flow=%s messageNs=1.0 walkNs=2.0; ";
  private static final String PAIR =
      "echo round flow=pair leg1Ns=1.0 leg2Ns=3.0 walkParentNs=4.0 walkPeerNs=5.0; ";
  private static final String ROUNDS =
      ALONE.formatted("alone-parent") + ALONE.formatted("alone-peer") + PAIR;

  private List<Rounds> keep(String rest) throws Exception {
    Path runner = StandIn.until(Stage.PREPARING, READY.formatted(STAMPED) + rest, directory);
    var limits = new Launcher.TimeLimits(LONG, LONG, LONG, 1);
    int cpu = Affinity.allowed().getLast();
    var job = new StampedJob(Point.direct("pipe-pair"), 1, 2, 1_000_000, 100_000, cpu);
    List<Rounds> kept = new ArrayList<>();
    Stamping unused = new NativeRunner(runner, limits).stamped(job, slot -> {}, kept::add);
    return kept;
  }

  @Test
  void theRoundsOfEachSlotAreHandedOver() throws Exception {
    List<Rounds> kept =
        keep(ROUNDS + "slot 0 1.5; " + ROUNDS + ROUNDS + "slot 1 1.5; echo done slots=2");
    assertThat(kept).extracting(rounds -> rounds.pair().size()).containsExactly(1, 2);
    assertThat(kept.getFirst().pair().getFirst().legNs()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "echo round flow=both messageNs=1 walkNs=2; read end, no flow is called both",
    "echo round flow=pair leg1Ns=1.0; read end, leg2Ns",
    "slot 0 1.5; read end, as many of each"
  })
  void roundsThatAreNoneAreNamed(String misdeed, String cause) {
    assertThatThrownBy(() -> keep(misdeed))
        .isInstanceOf(RunnerException.class)
        .hasMessageContaining(cause);
  }

  @Test
  void slotsCompletedBeforeAFailureAreHandedOver() {
    var slots = new ArrayList<Slot>();
    assertThatThrownBy(() -> measure(STAMPED, "slot 0 1.5; exit 1", LONG, slots))
        .isInstanceOf(RunnerException.class);
    assertThat(slots).hasSize(1);
  }

  @Test
  void whoDoesNotSayHowItStampsIsRefused() {
    assertThatThrownBy(() -> measure("rounds=3", "read end", LONG, new ArrayList<>()))
        .hasMessageContaining("it is ready and does not say how it stamps");
    assertThatThrownBy(
            () -> measure(STAMPED.replace("clock", "sundial"), "read end", LONG, new ArrayList<>()))
        .hasMessageContaining("stampSource is sundial and none of [TSC, COUNTER, CLOCK]");
  }
}
