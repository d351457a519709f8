package org.switchlab.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.switchlab.sample.SwitchWork.SystemCalls;

class SwitchWorkTest {

  private static final SystemCalls SINGLE =
      new SystemCalls(Variant.SINGLE, 100, 200, Map.of(), 1_000L);
  private static final SystemCalls PAIR = new SystemCalls(Variant.PAIR, 100, 800, Map.of(), 6_000L);

  /** A round trip is two messages and two switches. */
  @Test
  void aRoundTripHasTwoSwitches() {
    var work = new SwitchWork(SINGLE, PAIR);
    assertThat(work.systemCallsPerSwitch()).isEqualTo(4);
    assertThat(work.netSystemCallsPerSwitch()).isEqualTo(2);
    assertThat(work.userInstructionsPerSwitch()).isEqualTo(30);
  }

  @Test
  void instructionsThatWereNotCountedAreAbsent() {
    var uncounted = new SystemCalls(Variant.PAIR, 100, 800, Map.of(), null);
    assertThat(new SwitchWork(SINGLE, uncounted).userInstructionsPerSwitch()).isNull();
  }

  @Test
  void theFlowsMustNotBeSwapped() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SwitchWork(PAIR, SINGLE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SystemCalls(Variant.PAIR, 0, 1, Map.of(), null))
        .withMessageContaining("0 rounds");
  }
}
