package org.switchlab.os;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.switchlab.os.ExitStatus.ResourceUsage;

/** Wait statuses as {@code wait(2)}'s macros read them. */
class ExitStatusTest {

  private static ExitStatus status(int waitStatus) {
    return new ExitStatus(waitStatus, new ResourceUsage(0, 0, 0, 0, 0, 0));
  }

  @Test
  void exitCodes() {
    assertThat(status(0).success()).isTrue();
    assertThat(status(0).describe()).isEqualTo("exited with code 0");
    assertThat(status(3 << 8).code()).hasValue(3);
    assertThat(status(255 << 8).code()).hasValue(255);
    assertThat(status(3 << 8).signal()).isNull();
    assertThat(status(3 << 8).success()).isFalse();
  }

  @Test
  void signals() {
    assertThat(status(9).signal()).isEqualTo(Signal.SIGKILL);
    assertThat(status(9).code()).isEmpty();
    assertThat(status(9).describe()).isEqualTo("was killed by SIGKILL");
  }

  @Test
  void coreDumpFlagIsNoPartOfTheSignal() {
    assertThat(status(0x80 | 11).signal()).isEqualTo(Signal.SIGSEGV);
  }

  @Test
  void realTimeSignalsHaveNumbersOnly() {
    assertThat(status(34).signal()).isNull();
    assertThat(status(34).describe()).isEqualTo("was killed by signal 34");
  }

  @Test
  void signalNumbersAreDense() {
    for (Signal signal : Signal.values()) {
      assertThat(Signal.of(signal.number())).isSameAs(signal);
    }
  }
}
