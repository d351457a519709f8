package org.switchlab.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchlab.machine.CounterUnits;
import org.switchlab.machine.Machine;
import org.switchlab.os.Affinity;
import org.switchlab.os.Errno;
import org.switchlab.os.Footprint;
import org.switchlab.os.ScriptedPerfKernel;
import org.switchlab.plan.Point;
import org.switchlab.run.CountedRunner;
import org.switchlab.run.Progress;
import org.switchlab.sample.Variant;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Real processes; a scripted kernel where the processor must count, the real one elsewhere. */
class PerfSourceIT {

  private static final EventCatalogue BROADWELL =
      EventCatalogue.of("Broadwell", new CounterUnits.Unit("cpu", 4, List.of()), false);
  private static final Phase PAIR = new Phase(new Point("pipe-pair", 4096, 64), Variant.PAIR, 200);
  private static final Phase SINGLE =
      new Phase(new Point("pipe-pair", 4096, 64), Variant.SINGLE, 200);

  private final int cpu = Affinity.allowed().getLast();
  private final ScriptedPerfKernel kernel = new ScriptedPerfKernel();
  private Footprint before;

  @BeforeEach
  void takeFootprint() throws IOException {
    before = Footprint.now();
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    assertThat(kernel.leaks()).isZero();
    before.assertNothingAdded();
  }

  private PerfSource scripted() throws Exception {
    return new PerfSource(kernel, CountedRunner.create(), cpu, BROADWELL);
  }

  private static List<PhaseCounts> count(CounterSource source, Phase... phases) {
    return source.count(List.of(phases), 2, 1, Progress.Listener.SILENT);
  }

  /** Three empty batches, then one with rounds, in each group. */
  private static boolean hasRounds(int time) {
    return time % 4 == 0;
  }

  @Test
  void userAndKernelAreApartAndWhatCountsWithoutRoundsIsTakenOff() throws Exception {
    kernel
        .slots(4)
        .counting(
            (opened, time) ->
                hasRounds(time) ? 50 + (opened.countsKernel() ? 4_000 : 600) : 49 + time % 3);
    try (var source = scripted()) {
      List<PhaseCounts> counts = count(source, PAIR);
      assertThat(counts).extracting(PhaseCounts::repetition).containsExactly(0, 1);
      assertThat(counts)
          .allSatisfy(
              one -> {
                assertThat(one.counts().keySet()).isEqualTo(source.events());
                assertThat(one.counts().get(CounterEvent.INSTRUCTIONS))
                    .isEqualTo(new SpaceCounts(600L, 4_000L));
                assertThat(one.counts().get(CounterEvent.L1D_ACCESSES))
                    .isEqualTo(new SpaceCounts(1_200L, 8_000L));
              });
    }
  }

  @Test
  void theCountersStandOnTheFirstProcessOfEachFreshPair() throws Exception {
    try (var source = scripted()) {
      count(source, PAIR);
      long self = ProcessHandle.current().pid();
      assertThat(
              kernel.history().stream()
                  .map(ScriptedPerfKernel.Opened::tid)
                  .filter(tid -> tid != self)
                  .distinct())
          .hasSize(2);
    }
  }

  @Test
  void aGroupThatSharedItsCountersIsMadeSmallerNotScaled() throws Exception {
    kernel.slots(8).undisturbed(2).counting((opened, time) -> hasRounds(time) ? 10 : 0);
    try (var source = scripted()) {
      List<PhaseCounts> counts = count(source, SINGLE);
      assertThat(counts.getFirst().counts().get(CounterEvent.INSTRUCTIONS))
          .isEqualTo(new SpaceCounts(10L, 10L));
      assertThat(codes(source)).doesNotContain(WarningCode.MULTIPLEXED);
    }
  }

  @Test
  void withoutAFreeCounterTheProcessorsEventsAreMissingAndTheSwitchesStay() throws Exception {
    kernel.undisturbed(0);
    try (var source = scripted()) {
      List<PhaseCounts> counts = count(source, PAIR);
      assertThat(counts.getFirst().counts())
          .containsOnlyKeys(CounterEvent.CONTEXT_SWITCHES, CounterEvent.PAGE_FAULTS);
      assertThat(codes(source)).contains(WarningCode.MULTIPLEXED);
    }
  }

  @Test
  void anInterruptEndsItAndStaysVisible() throws Exception {
    try (var source = scripted()) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> count(source, PAIR))
          .isInstanceOf(CounterException.class)
          .hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void whereNothingCanBeCountedTheSourceCannotBeHad() {
    kernel.refusing(opened -> Optional.of(Errno.EACCES));
    assertThatThrownBy(this::scripted)
        .isInstanceOf(CounterException.class)
        .hasMessageContaining("perf_event_paranoid");
  }

  private static List<WarningCode> codes(CounterSource source) {
    return source.warnings().stream().map(Warning::code).toList();
  }

  private static PerfSource real() {
    PerfSource source;
    try {
      Machine machine = Machine.read();
      source = PerfSource.open(machine, machine.measuringCpu().orElse(0));
    } catch (CounterException e) {
      return abort(e.getMessage());
    }
    boolean switches = source.events().contains(CounterEvent.CONTEXT_SWITCHES);
    assumeTrue(switches, () -> source.warnings().toString());
    return source;
  }

  @Test
  void theKernelCountsTheSwitchesOfTheRoundsAndNoOthers() {
    try (var source = real()) {
      List<PhaseCounts> counts = count(source, PAIR, SINGLE);
      assertThat(counts).as(() -> source.warnings().toString()).isNotEmpty();
      assertThat(counts)
          .allSatisfy(
              one -> {
                long expected = one.phase().variant() == Variant.PAIR ? 2 * PAIR.rounds() : 0;
                // 1 % for the batch; the empty batches may each meet a stranger.
                assertThat(one.switches()).isBetween(expected - 4, expected + 4);
                assertThat(one.counts().get(CounterEvent.CONTEXT_SWITCHES).kernel())
                    .isBetween(expected - 6, expected + 6);
                assertThat(one.counts().get(CounterEvent.PAGE_FAULTS).all()).isBetween(-2L, 2L);
              });
    }
  }

  @Test
  void aMachineWithoutCountersSaysSo() {
    try (var source = real()) {
      assumeTrue(!source.hasHardware(), "this machine has counters");
      assertThat(codes(source)).contains(WarningCode.NO_HARDWARE_COUNTERS);
      assertThat(source.events()).doesNotContain(CounterEvent.INSTRUCTIONS);
    }
  }

  @Test
  void twiceTheRoundsAreTwiceTheInstructions() {
    try (var source = real()) {
      assumeTrue(source.hasHardware(), () -> source.warnings().toString());
      var twice = new Phase(PAIR.point(), PAIR.variant(), 2 * PAIR.rounds());
      List<PhaseCounts> counts = source.count(List.of(PAIR, twice), 1, 1, Progress.Listener.SILENT);
      SpaceCounts once = counts.getFirst().counts().get(CounterEvent.INSTRUCTIONS);
      SpaceCounts doubled = counts.getLast().counts().get(CounterEvent.INSTRUCTIONS);
      assertThat((double) doubled.user() / once.user()).isBetween(1.9, 2.1);
      assertThat((double) doubled.kernel() / once.kernel()).isBetween(1.7, 2.3);
    }
  }

  @Test
  void progressGoesFromNothingToAll() throws Exception {
    List<Progress> reports = new ArrayList<>();
    try (var source = scripted()) {
      source.count(List.of(PAIR), 2, 1, reports::add);
    }
    assertThat(reports).extracting(Progress::doneShare).containsExactly(0.0, 0.5, 1.0);
    assertThat(reports.getLast().finished()).isTrue();
  }
}
