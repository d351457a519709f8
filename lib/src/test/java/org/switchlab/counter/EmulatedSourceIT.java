package org.switchlab.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.switchlab.emulator.BranchPredictor;
import org.switchlab.emulator.CacheModel;
import org.switchlab.emulator.Disturbance;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.NoEmulatorException;
import org.switchlab.emulator.Presets;
import org.switchlab.plan.Point;
import org.switchlab.run.Progress;
import org.switchlab.sample.Variant;

/** The emulated machine itself, where it can be had. */
class EmulatedSourceIT {

  private static final long ROUNDS = 20;
  private static final Point POINT = new Point("pipe-pair", 16 << 10, 64);
  private static final List<Phase> PHASES =
      List.of(new Phase(POINT, Variant.SINGLE, ROUNDS), new Phase(POINT, Variant.PAIR, ROUNDS));

  @Test
  void theSameSeedGivesTheSameCounts() {
    var disturbance = new Disturbance(true, true);
    assertThat(counts(disturbance, 2, 7)).isEqualTo(counts(disturbance, 2, 7));
  }

  @Test
  void anotherSeedPlacesOtherwise() {
    var placement = new Disturbance(false, true);
    assertThat(counts(placement, 1, 7)).isNotEqualTo(counts(placement, 1, 8));
  }

  @Test
  void theSwitchesAreThoseThatTheFlowMakes() {
    assertThat(counts(Disturbance.NONE, 2, 1))
        .extracting(PhaseCounts::switches)
        .containsExactly(0L, 0L, 2 * ROUNDS, 2 * ROUNDS);
  }

  @Test
  void aSwitchExecutesMoreOfTheKernelThanAMessageToOneself() {
    List<PhaseCounts> counts = counts(Disturbance.NONE, 1, 1);
    SpaceCounts single = counts.get(0).counts().get(CounterEvent.INSTRUCTIONS);
    SpaceCounts pair = counts.get(1).counts().get(CounterEvent.INSTRUCTIONS);
    assertThat(pair.kernel()).isGreaterThan(2 * single.kernel());
    // Two single rounds' work, and the loop's own; there is no such thing as a user-level part of a
    // kernel's switch.
    assertThat(pair.user())
        .isBetween(2 * single.user() - 20 * ROUNDS, 2 * single.user() + 20 * ROUNDS);
  }

  @Test
  void branchesAreCountedInBothSpacesIfTheyArePredicted() {
    Geometry geometry = Presets.paper().change().branches(BranchPredictor.tage()).build();
    List<PhaseCounts> counts;
    try (EmulatedSource source = open(geometry, Disturbance.NONE)) {
      assertThat(source.events()).contains(CounterEvent.BRANCHES, CounterEvent.BRANCH_MISSES);
      counts = source.count(PHASES, 1, 1, Progress.Listener.SILENT);
    }
    for (PhaseCounts phase : counts) {
      for (Space space : List.of(Space.USER, Space.KERNEL)) {
        long branches = phase.counts().get(CounterEvent.BRANCHES).in(space);
        assertThat(branches)
            .isBetween(1L, phase.counts().get(CounterEvent.INSTRUCTIONS).in(space) / 2);
        assertThat(phase.counts().get(CounterEvent.BRANCH_MISSES).in(space))
            .isBetween(0L, branches / 2);
      }
    }
    // The scheduler's come on top of those of two messages.
    assertThat(kernelBranches(counts.get(1))).isGreaterThan(2 * kernelBranches(counts.get(0)));
    assertThat(counts.stream().map(PhaseCounts::counts).map(EmulatedSourceIT::withoutBranches))
        .containsExactlyElementsOf(
            counts(Disturbance.NONE, 1, 1).stream().map(PhaseCounts::counts).toList());
  }

  private static long kernelBranches(PhaseCounts phase) {
    return phase.counts().get(CounterEvent.BRANCHES).in(Space.KERNEL);
  }

  private static Map<CounterEvent, SpaceCounts> withoutBranches(
      Map<CounterEvent, SpaceCounts> counts) {
    Map<CounterEvent, SpaceCounts> rest = new EnumMap<>(counts);
    rest.keySet().removeAll(Set.of(CounterEvent.BRANCHES, CounterEvent.BRANCH_MISSES));
    return rest;
  }

  @Test
  void arraysOnHugePagesAreWalked() {
    var point = new Point("pipe-pair", 4 << 20, 4096, Point.HUGE_PAGE_BYTES);
    List<Phase> phases = List.of(new Phase(point, Variant.SINGLE, 2));
    try (EmulatedSource source = open(Disturbance.NONE)) {
      assertThat(source.count(phases, 1, 1, Progress.Listener.SILENT)).hasSize(1);
    }
  }

  @Test
  void anUnknownSubjectIsToldByTheGuest() {
    List<Phase> phases = List.of(new Phase(Point.direct("no-such-subject"), Variant.SINGLE, 1));
    try (EmulatedSource source = open(Disturbance.NONE)) {
      assertThatThrownBy(() -> source.count(phases, 1, 1, Progress.Listener.SILENT))
          .isInstanceOf(CounterException.class)
          .hasMessageContaining("no-such-subject");
    }
  }

  @Test
  void anInterruptEndsTheMachine() throws InterruptedException {
    var point = new Point("pipe-pair", 16 << 20, 8);
    List<Phase> endless = List.of(new Phase(point, Variant.PAIR, 1_000_000));
    try (EmulatedSource source = open(Disturbance.NONE)) {
      Thread self = Thread.currentThread();
      Thread other = Thread.ofVirtual().start(() -> interruptOnceQemuRuns(self));
      assertThatThrownBy(() -> source.count(endless, 1, 1, Progress.Listener.SILENT))
          .isInstanceOf(CounterException.class)
          .hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
      other.interrupt(); // It must not live to interrupt the next test.
      other.join();
    }
    assertThat(emulators()).isEmpty();
  }

  @Test
  void whatWasCountedUntilAnInterruptIsHandedOver() {
    List<PhaseCounts> seen = new ArrayList<>();
    List<Phase> phases =
        List.of(
            PHASES.getFirst(),
            new Phase(new Point("pipe-pair", 16 << 20, 8), Variant.PAIR, 1_000_000));
    try (EmulatedSource source = open(Disturbance.NONE)) {
      assertThatThrownBy(
              () ->
                  source.count(
                      phases,
                      1,
                      1,
                      Progress.Listener.SILENT,
                      counts -> {
                        seen.add(counts);
                        Thread.currentThread().interrupt();
                      }))
          .isInstanceOf(CounterException.class)
          .hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(seen)
          .singleElement()
          .satisfies(one -> assertThat(one.phase()).isEqualTo(PHASES.getFirst()))
          .satisfies(
              one -> assertThat(one.counts().get(CounterEvent.INSTRUCTIONS).all()).isPositive());
    }
  }

  private static void interruptOnceQemuRuns(Thread thread) {
    while (emulators().findAny().isEmpty()) {
      if (Thread.interrupted()) {
        return;
      }
    }
    thread.interrupt();
  }

  private static Stream<ProcessHandle> emulators() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().command().orElse("").contains("qemu-system"));
  }

  private static List<PhaseCounts> counts(Disturbance disturbance, int repetitions, long seed) {
    try (EmulatedSource source = open(disturbance)) {
      return source.count(PHASES, repetitions, seed, Progress.Listener.SILENT);
    }
  }

  private static EmulatedSource open(Disturbance disturbance) {
    return open(Presets.paper(), disturbance);
  }

  private static EmulatedSource open(Geometry geometry, Disturbance disturbance) {
    try {
      return EmulatedSource.open(geometry, CacheModel.ALL, disturbance, Progress.Listener.SILENT);
    } catch (CounterException e) {
      if (e.getCause() instanceof NoEmulatorException) {
        return abort("no emulated machine here: " + e.getMessage());
      }
      throw e;
    }
  }
}
