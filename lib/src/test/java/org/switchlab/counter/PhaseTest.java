package org.switchlab.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.switchlab.sample.Variant;

class PhaseTest {

  @Property
  void singleAndPairDoTheSameWork(
      @ForAll @IntRange(min = 0, max = 12) int size, @ForAll @IntRange(min = 0, max = 5) int step) {
    for (Level level : Level.values()) {
      List<Phase> phases = Phase.grid(level, List.of(1024L << size), List.of(8L << step));
      assertThat(phases).extracting(Phase::variant).containsExactly(Variant.SINGLE, Variant.PAIR);
      assertThat(phases.get(0).messages()).isEqualTo(phases.get(1).messages()).isPositive();
      assertThat(phases).allMatch(phase -> phase.point().subject().equals(level.subject()));
    }
  }

  @Test
  void aLargeArrayIsWalkedLessOftenAndNeverNotAtAll() {
    List<Phase> phases = Phase.grid(Level.KERNEL, List.of(1024L, 1L << 20, 1L << 24), List.of(8L));
    assertThat(phases).extracting(Phase::messages).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(phases.getLast().messages()).isGreaterThanOrEqualTo(8);
  }
}
