package org.switchlab.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.os.PerfEvents.Counts;
import org.switchlab.os.PerfGroup.MultiplexedException;

class CountsTest {

  private static final List<Event> TWO = List.of(Event.CYCLES, Event.INSTRUCTIONS);

  private static PerfGroup.Reading reading(long... group) {
    return PerfGroup.Reading.of(group);
  }

  @Test
  void valuesFollowTheHeaderInTheOrderAskedFor() {
    Counts counts = Counts.of(TWO, Ring.USER, reading(2, 1_000, 1_000, 70, 90));
    assertThat(counts.get(Event.CYCLES)).isEqualTo(70);
    assertThat(counts.get(Event.INSTRUCTIONS)).isEqualTo(90);
    assertThat(counts.enabledNs()).isEqualTo(1_000);
    assertThat(counts.values().keySet()).containsExactlyElementsOf(TWO);
  }

  @Test
  void multiplexedGroupsAreRejectedNotScaled() {
    assertThatThrownBy(() -> reading(2, 1_000, 400, 70, 90))
        .isInstanceOf(MultiplexedException.class)
        .hasMessageContaining("400 of 1000 ns");
  }

  @Test
  void anEventOutsideTheGroupIsNamed() {
    Counts counts = Counts.of(TWO, Ring.USER, reading(2, 1, 1, 70, 90));
    assertThatThrownBy(() -> counts.get(Event.BRANCHES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("branches was not counted; counted were: cycles, instructions");
  }

  @Test
  void anEventThatWouldReadZeroAndLieIsRefused() {
    assertThatThrownBy(() -> Event.CONTEXT_SWITCHES.requireCountableIn(Ring.USER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Ring.KERNEL or Ring.BOTH");
    assertThatThrownBy(() -> Event.TASK_CLOCK.requireCountableIn(Ring.KERNEL))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
