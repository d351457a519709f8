package org.switchlab.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.switchlab.counter.CountingCost.Couple;
import org.switchlab.warning.WarningCode;

class CountingCostTest {

  private static CountingCost of(int couples, double share, SplittableRandom random) {
    return CountingCost.of(
        IntStream.range(0, couples)
            .mapToObj(
                i -> new Couple(1_000 * (1 + share + 0.1 * (random.nextDouble() - 0.5)), 1_000))
            .toList());
  }

  @Test
  void theMedianStandsInItsInterval() {
    CountingCost cost = of(21, 0.1, new SplittableRandom(1));
    assertThat(cost.share()).isBetween(cost.lowShare(), cost.highShare()).isBetween(0.05, 0.15);
    assertThat(cost.level()).isBetween(0.95, 1.0);
  }

  /** At least 95 of 100 on average; the seed is fixed, so that the outcome is. */
  @Test
  void theIntervalHoldsTheTruthAsOftenAsItSays() {
    var random = new SplittableRandom(7);
    long held =
        IntStream.range(0, 1_000)
            .mapToObj(i -> of(11, 0.2, random))
            .filter(cost -> cost.lowShare() <= 0.2 && 0.2 <= cost.highShare())
            .count();
    assertThat(held).isGreaterThanOrEqualTo(940);
  }

  @Test
  void aCostThatCanBeToldFromNothingIsADoubt() {
    assertThat(of(11, 0.3, new SplittableRandom(3)).warning())
        .hasValueSatisfying(
            warning -> assertThat(warning.code()).isEqualTo(WarningCode.COUNTING_COST));
    assertThat(of(11, 0, new SplittableRandom(3)).warning()).isEmpty();
  }

  @Test
  void sixCouplesAreTheFewestThatGiveAnInterval() {
    assertThat(of(6, 0.1, new SplittableRandom(1)).level()).isEqualTo(1 - 2.0 / 64);
    assertThatThrownBy(() -> CountingCost.of(List.of(new Couple(1, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("6 or more");
  }
}
