package org.switchlab.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The order of batches is random and repeatable. */
class SeedIT {

  @Test
  void theSameSeedGivesTheSameOrder() {
    assertThat(order("7")).isEqualTo(order("7"));
  }

  @Test
  void otherSeedsGiveOtherOrders() {
    var orders = LongStream.range(0, 6).mapToObj(Long::toString).map(SeedIT::order);
    assertThat(orders.collect(Collectors.toSet())).hasSize(6);
  }

  /** 64 couples: fewer than 10 of a kind has a chance below one in a thousand million. */
  @Test
  void bothOrdersWithinACoupleAreTaken() {
    long pairFirst = order("11").stream().filter("pair"::equals).count();
    assertThat(pairFirst).isBetween(10L, 54L);
  }

  @Test
  void aSignedSeedIsTakenAsItsBits() {
    assertThat(order("-1")).isEqualTo(order(Long.toUnsignedString(-1)));
    assertThat(order(Long.toString(Long.MIN_VALUE)))
        .isEqualTo(order(Long.toUnsignedString(Long.MIN_VALUE)));
  }

  /** The variant that came first, for each of 64 couples. */
  private static List<String> order(String seed) {
    String command = "pipe-pair --array-bytes 0 --stride-bytes 0 --couples 64 --rounds 1 --seed ";
    try (var runner = StartedRunner.start(command + seed)) {
      return ProtocolIT.batches(runner.lines()).stream()
          .filter(batch -> batch.number("position") == 0)
          .map(batch -> batch.isPair() ? "pair" : "single")
          .toList();
    }
  }
}
