package org.switchlab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CpuListTest {

  @Property(tries = 200)
  void readsWhatItWrites(@ForAll Set<@IntRange(min = 0, max = 200) Integer> cpus) {
    List<Integer> ascending = cpus.stream().sorted().toList();
    assertThat(CpuList.parse(CpuList.text(ascending))).isEqualTo(ascending);
  }

  @Test
  void rangesAndSingles() {
    assertThat(CpuList.parse("0-3,8,10-11\n")).containsExactly(0, 1, 2, 3, 8, 10, 11);
    assertThat(CpuList.text(List.of(0, 1, 2, 3, 8, 10, 11))).isEqualTo("0-3,8,10-11");
  }

  @Test
  void nothingIsTheEmptyList() {
    assertThat(CpuList.parse(null)).isEmpty();
    assertThat(CpuList.parse("")).isEmpty();
    assertThat(CpuList.parse("none,-3,4-x")).isEmpty();
  }
}
