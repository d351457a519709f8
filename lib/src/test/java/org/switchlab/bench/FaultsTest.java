package org.switchlab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.faults.Selection;

class FaultsTest {

  @Test
  void isNamedAndTakesAChoice() {
    List<Benchmark> one =
        Benchmark.chosen(List.of("faults"), new Selection(7, List.of("load/"), 10));
    assertThat(one).extracting(Benchmark::name).containsExactly("faults");
    assertThat(Benchmark.named(List.of())).extracting(Benchmark::name).doesNotContain("faults");
  }

  @Test
  void otherBenchmarksRefuseAChoice() {
    assertThatThrownBy(() -> Benchmark.chosen(List.of("perf-pipe"), Selection.all(7)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("only faults does");
  }
}
