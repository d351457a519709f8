package org.switchlab.os;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NativeExceptionTest {

  @Test
  void namesCallErrnoAndRepair() {
    assertThat(NativeException.of("perf_event_open(cycles)", 13, "set x to 1 or less"))
        .hasMessage("perf_event_open(cycles) failed: EACCES; set x to 1 or less");
    assertThat(NativeException.of("wait4(7)", 10, "")).hasMessage("wait4(7) failed: ECHILD");
  }

  @Test
  void refusalsAreTyped() {
    assertThat(NativeException.of("a", 1, "")).isInstanceOf(NotPermittedException.class);
    assertThat(NativeException.of("a", 13, "")).isInstanceOf(NotPermittedException.class);
    assertThat(NativeException.of("a", 3, "")).isNotInstanceOf(NotPermittedException.class);
  }

  @ParameterizedTest
  @EnumSource
  void everyErrnoIsFoundByItsNumber(Errno errno) {
    assertThat(Errno.nameOf(errno.number())).isEqualTo(errno.name());
  }

  @Test
  void unknownErrnoKeepsItsNumber() {
    assertThat(Errno.nameOf(4711)).isEqualTo("errno 4711");
  }
}
