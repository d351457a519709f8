package org.switchlab.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AffinityTest {

  @Test
  void bitsAreCpusFromTheLowestByteUp() {
    assertThat(Affinity.Mask.fromBytes(new byte[] {0b101, (byte) 0x80}).cpus())
        .containsExactly(0, 2, 15);
    assertThat(new Affinity.Mask(List.of(65)).toBytes()[8]).isEqualTo((byte) 2);
  }

  @Property
  void everySetSurvives(@ForAll Set<@IntRange(max = 8191) Integer> cpus) {
    List<Integer> sorted = cpus.stream().sorted().toList();
    assertThat(Affinity.Mask.fromBytes(new Affinity.Mask(sorted).toBytes()).cpus())
        .isEqualTo(sorted);
  }
}
