package org.switchlab.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.switchlab.os.PerfGroup.MultiplexedException;

class PerfGroupTest {

  private static final Event REPLACEMENT = Event.raw("L1D.REPLACEMENT", 0x0151);
  private static final PerfCounter USER = new PerfCounter(REPLACEMENT, Ring.USER);
  private static final PerfCounter KERNEL = new PerfCounter(REPLACEMENT, Ring.KERNEL);
  private static final int PID = 4711;

  private final ScriptedPerfKernel kernel = new ScriptedPerfKernel();

  private PerfGroup open(PerfCounter... counters) {
    return PerfGroup.open(kernel, PID, List.of(counters), PerfGroup.Start.ON_ENABLE);
  }

  /** Written by hand from include/uapi/linux/perf_event.h: type, size, config, …, flags. */
  private static String golden(String typeAndSize, String config, String flags) {
    return typeAndSize + config + "00".repeat(16) + "0b00000000000000" + flags + "00".repeat(16);
  }

  @Test
  void theStructuresAreThoseTheKernelExpects() {
    open(USER, KERNEL).close();
    PerfGroup.open(kernel, PID, List.of(USER), PerfGroup.Start.ON_EXEC).close();
    assertThat(kernel.attributes().stream().map(HexFormat.of()::formatHex))
        .containsExactly(
            // disabled, inherit, exclude_kernel
            golden("0400000040000000", "5101000000000000", "2300000000000000"),
            // inherit, exclude_user: its leader holds it back
            golden("0400000040000000", "5101000000000000", "1200000000000000"),
            // disabled, inherit, exclude_kernel, enable_on_exec
            golden("0400000040000000", "5101000000000000", "2310000000000000"));
  }

  @Test
  void genericEventsOfAHybridProcessorNameTheirUnit() {
    open(new PerfCounter(Event.INSTRUCTIONS.onUnit(10), Ring.USER)).close();
    assertThat(HexFormat.of().formatHex(kernel.attributes().getFirst()))
        .isEqualTo(golden("0000000040000000", "010000000a000000", "2300000000000000"));
  }

  @Test
  void theFollowersJoinTheirLeader() {
    try (var group = open(USER, KERNEL)) {
      assertThat(group.counters()).containsExactly(USER, KERNEL);
      assertThat(kernel.history()).extracting(ScriptedPerfKernel.Opened::tid).containsOnly(PID);
      assertThat(kernel.history().get(0).group()).isEqualTo(-1);
      assertThat(kernel.history().get(1).group()).isPositive();
    }
  }

  @Test
  void aReadGivesTheCountsInTheOrderAskedFor() {
    kernel.counting((opened, time) -> opened.countsKernel() ? 7 : 5);
    try (var group = open(USER, KERNEL)) {
      group.enable();
      group.disable();
      assertThat(group.read().values()).containsExactly(5L, 7L);
    }
  }

  @Test
  void aRefusedFollowerLeavesNothingOpen() {
    kernel.refusing(opened -> opened.countsKernel() ? Optional.of(Errno.EACCES) : Optional.empty());
    assertThatThrownBy(() -> open(USER, KERNEL))
        .isInstanceOf(NotPermittedException.class)
        .hasMessageContaining("perf_event_open(L1D.REPLACEMENT, KERNEL, pid 4711) failed: EACCES")
        .hasMessageContaining("perf_event_paranoid");
    assertThat(kernel.leaks()).isZero();
  }

  @Test
  void aFullTableOfDescriptorsIsNamedWithItsRemedy() {
    kernel.descriptors(1);
    assertThatThrownBy(() -> open(USER, KERNEL))
        .isInstanceOf(NativeException.class)
        .hasMessageContaining("EMFILE")
        .hasMessageContaining("ulimit -n");
    assertThat(kernel.leaks()).isZero();
  }

  @Test
  void aGroupThatTookTurnsIsRejectedNotScaled() {
    kernel.undisturbed(1);
    try (var group = open(USER, KERNEL)) {
      assertThatThrownBy(group::read).isInstanceOf(MultiplexedException.class);
    }
  }

  @Test
  void aClosedGroupSaysSoAndClosesOnce() {
    var group = open(USER);
    group.close();
    group.close();
    assertThatThrownBy(group::enable).isInstanceOf(IllegalStateException.class);
  }
}
