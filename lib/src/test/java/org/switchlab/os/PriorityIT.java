package org.switchlab.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.switchlab.os.ResourceLimit.Resource;

class PriorityIT {

  private final int self = KernelThread.current();
  private final Priority.Policy former = Priority.Policy.of(self);

  private static void assumeFifoIsAllowed() {
    boolean allowed;
    try (var _ = Priority.fifo(1)) {
      allowed = true;
    } catch (NotPermittedException e) {
      allowed = false;
    }
    assumeTrue(allowed, "no right to SCHED_FIFO here");
  }

  @Test
  void isFifoUntilClosed() {
    assumeFifoIsAllowed();
    try (var _ = Priority.fifo(50)) {
      assertThat(Priority.Policy.of(self)).isEqualTo(Priority.Policy.fifo(50));
      try (var _ = Priority.fifo(60)) {
        assertThat(Priority.Policy.of(self)).isEqualTo(Priority.Policy.fifo(60));
      }
      assertThat(Priority.Policy.of(self)).isEqualTo(Priority.Policy.fifo(50));
    }
    assertThat(Priority.Policy.of(self)).isEqualTo(former);
  }

  @Test
  void raisesABody() {
    assumeFifoIsAllowed();
    Priority.atFifo(
        7, () -> assertThat(Priority.Policy.of(self)).isEqualTo(Priority.Policy.fifo(7)));
    assertThat(Priority.Policy.of(self)).isEqualTo(former);
  }

  @Test
  void raisesAnotherProcess() throws Exception {
    assumeFifoIsAllowed();
    Process child = new ProcessBuilder("sleep", "1000").start();
    try {
      var fifo = Priority.fifo(child.pid(), 50);
      assertThat(Priority.Policy.of((int) child.pid())).isEqualTo(Priority.Policy.fifo(50));
      child.destroyForcibly().waitFor();
      fifo.close(); // of a process that is gone: nothing to restore
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  @Test
  void withoutTheRightTheRefusalIsTypedAndNamesTheRemedy() {
    assumeTrue(
        ResourceLimit.of(ProcessHandle.current().pid(), Resource.RTPRIO).soft() == 0,
        "RLIMIT_RTPRIO grants SCHED_FIFO to everybody here");
    Capabilities.without(
        () ->
            assertThatThrownBy(() -> Priority.fifo(50))
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContaining("SCHED_FIFO, 50) failed: EPERM")
                .hasMessageContaining("--cap-add=SYS_NICE"),
        Capabilities.SYS_NICE);
    assertThat(Priority.Policy.of(self)).isEqualTo(former);
  }

  @Test
  void prioritiesOutOfRangeAreNamed() {
    for (int priority : new int[] {0, 100, -1}) {
      assertThatThrownBy(() -> Priority.fifo(priority))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("SCHED_FIFO priority is %d; it must be 1..99", priority);
    }
  }

  @Test
  void softLimitsOfAnotherProcessMove() throws Exception {
    Process child = new ProcessBuilder("sleep", "1000").start();
    try {
      ResourceLimit had = ResourceLimit.setSoft(child.pid(), Resource.CORE, 0);
      assertThat(ResourceLimit.of(child.pid(), Resource.CORE))
          .isEqualTo(new ResourceLimit(0, had.hard()));
    } finally {
      child.destroyForcibly().waitFor();
    }
  }
}
