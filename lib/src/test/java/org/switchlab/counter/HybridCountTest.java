package org.switchlab.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.switchlab.machine.CounterUnits;
import org.switchlab.machine.Fixtures;
import org.switchlab.os.ScriptedPerfKernel;
import org.switchlab.os.ScriptedPerfKernel.Opened;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Work that visits both kinds of core of a hybrid processor (rustc-perf #1480). */
class HybridCountTest {

  private static final CounterUnits UNITS = CounterUnits.read(Fixtures.folder(Fixtures.HYBRID));
  private static final int CORE = type("cpu_core");
  private static final int ATOM = type("cpu_atom");

  /** What each kind of core counts, in user mode and in the kernel alike. */
  private static final Map<Integer, Long> COUNTS = Map.of(CORE, 700L, ATOM, 30L);

  private final ScriptedPerfKernel kernel =
      new ScriptedPerfKernel()
          .slots(6)
          .counting((opened, time) -> COUNTS.getOrDefault(unit(opened), 5L));

  private static int type(String name) {
    return UNITS.all().stream()
        .filter(unit -> unit.name().equals(name))
        .findFirst()
        .orElseThrow()
        .type();
  }

  /** A generic event carries the unit's number in its upper half: perf_event_open(2). */
  private static int unit(Opened opened) {
    int extended = (int) (opened.config() >>> 32);
    return extended == 0 ? opened.type() : extended;
  }

  private LambdaCount count(long coreNs, long atomNs) {
    Map<Integer, Long> running = Map.of(CORE, coreNs, ATOM, atomNs);
    kernel.running(leader -> running.getOrDefault(unit(leader), 1_000L));
    return LambdaCount.of(kernel, Countable.ofEachKind(kernel, "Alder Lake", UNITS), () -> {});
  }

  private static OptionalLong instructions(LambdaCount count) {
    return count.rows().stream()
        .filter(row -> row.event().equals("instructions") && row.space() == Space.USER)
        .mapToLong(ProgramCounts.Row::value)
        .findFirst();
  }

  private static List<WarningCode> codes(LambdaCount count) {
    return count.warnings().stream().map(Warning::code).toList();
  }

  @AfterEach
  void nothingIsLeftOpen() {
    assertThat(kernel.leaks()).isZero();
  }

  @Test
  void whatBothKindsCountedIsAddedUp() {
    LambdaCount count = count(600, 400);
    assertThat(instructions(count)).hasValue(730);
    assertThat(codes(count)).doesNotContain(WarningCode.MULTIPLEXED);
  }

  @Test
  void aKindThatWasNotVisitedTakesNothingAway() {
    assertThat(instructions(count(1_000, 0))).hasValue(700);
    assertThat(instructions(count(0, 1_000))).hasValue(30);
  }

  /** A third of the time nobody counted: that is somebody else's counters. */
  @Test
  void timeThatNoKindCountedIsStillRefused() {
    LambdaCount count = count(300, 370);
    assertThat(instructions(count)).isEmpty();
    assertThat(codes(count)).contains(WarningCode.MULTIPLEXED);
    assertThat(count.rows()).extracting(ProgramCounts.Row::event).contains("task-clock-ns");
  }
}
