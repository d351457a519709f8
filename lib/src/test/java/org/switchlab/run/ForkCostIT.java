package org.switchlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.switchlab.run.ForkCost.Way;

/** Relations that hold on any machine: a page table is copied by fork and not by vfork. */
class ForkCostIT {

  private static final long MANY_PAGES_BYTES = 128L << 20;

  /** On a busy CPU a parent that lent its memory waits for its child's turn; not each time. */
  private static final int CHILDREN = 30;

  @Test
  void forkPaysForTouchedMemoryAndVforkDoesNot() throws Exception {
    List<ForkCost> costs = ForkCost.measure(MANY_PAGES_BYTES, CHILDREN);
    assertThat(costs).filteredOn(cost -> cost.way() == Way.FORK).hasSize(CHILDREN);
    assertThat(costs).filteredOn(cost -> cost.way() == Way.VFORK).hasSize(CHILDREN);
    assertThat(costs).extracting(ForkCost::touchedBytes).containsOnly(MANY_PAGES_BYTES);
    assertThat(least(costs, Way.FORK, ForkCost::durationNs))
        .isGreaterThan(2 * least(costs, Way.VFORK, ForkCost::durationNs));
  }

  @Test
  void afterForkEveryPageIsPaidForAgain() throws Exception {
    List<ForkCost> costs = ForkCost.measure(MANY_PAGES_BYTES, CHILDREN);
    assertThat(least(costs, Way.FORK, ForkCost::touchNs))
        .isGreaterThan(2 * least(costs, Way.VFORK, ForkCost::touchNs));
  }

  @Test
  void aProcessThatTouchedNothingCanBeMeasuredToo() throws Exception {
    assertThat(ForkCost.measure(0, 2)).extracting(ForkCost::durationNs).allMatch(ns -> ns > 0);
  }

  @Test
  void aWrongSizeIsRefusedWithItsRepair() {
    assertThatThrownBy(() -> ForkCost.measure(12, 1))
        .isInstanceOf(RunnerException.class)
        .hasMessageContaining("--array-bytes is 12; it must be a multiple of 8");
  }

  private static long least(List<ForkCost> costs, Way way, ToLongFunction<ForkCost> time) {
    return costs.stream().filter(cost -> cost.way() == way).mapToLong(time).min().orElseThrow();
  }
}
