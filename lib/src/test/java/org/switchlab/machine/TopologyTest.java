package org.switchlab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.switchlab.machine.Topology.CoreKind;

/** Which CPU to measure on. */
class TopologyTest {

  private static OptionalInt measuring(
      List<Integer> allowed, List<List<Integer>> cores, CoreKind... kinds) {
    List<Integer> online = cores.stream().flatMap(List::stream).sorted().toList();
    return new Topology(online, allowed, List.of(), cores, List.of(kinds), 1, null).measuringCpu();
  }

  @Test
  void lastAllowedOnItsOwnCore() {
    assertThat(
            measuring(List.of(0, 1, 2, 3), List.of(List.of(0), List.of(1), List.of(2), List.of(3))))
        .hasValue(3);
  }

  @Test
  void notOnTheCoreOfTheFirst() {
    // CPU 2 is the sibling of CPU 0, where everything else stays.
    assertThat(measuring(List.of(0, 1, 2), List.of(List.of(0, 2), List.of(1, 3)))).hasValue(1);
  }

  @Test
  void notCpu0WhileThereIsAnother() {
    assertThat(measuring(List.of(0, 1), List.of(List.of(0, 1)))).hasValue(1);
  }

  @Test
  void theOnlyOne() {
    assertThat(measuring(List.of(0), List.of(List.of(0), List.of(1)))).hasValue(0);
  }

  @Test
  void fastestKindFirst() {
    assertThat(
            measuring(
                List.of(0, 1, 2, 3),
                List.of(List.of(0), List.of(1), List.of(2), List.of(3)),
                new CoreKind("capacity 1024", List.of(0, 1)),
                new CoreKind("capacity 446", List.of(2, 3))))
        .hasValue(1);
  }

  @Test
  void onlineCpusIfAffinityIsUnknown() {
    assertThat(measuring(List.of(), List.of(List.of(0), List.of(1)))).hasValue(1);
    assertThat(measuring(List.of(), List.of())).isEmpty();
  }
}
