package org.switchlab.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which batches made the switches that their cost is divided by. */
class BatchTest {

  private static Batch pair(long rounds, long counted, boolean migrated) {
    return new Batch(Variant.PAIR, rounds, 1, 1, 1, 2 * rounds, counted, 0, migrated);
  }

  /** A short batch is not spoiled by the one stranger that 1 % of its rounds would not allow. */
  @ParameterizedTest
  @CsvSource({
    "8, 16, true",
    "8, 17, true",
    "8, 18, true",
    "8, 19, false",
    "8, 15, false",
    "1000, 2000, true",
    "1000, 2020, true",
    "1000, 2021, false",
    "1000, 1980, true",
    "1000, 1979, false"
  })
  void onePercentOfTheExpectedSwitchesMayBeOffButAtLeastTwoStrangers(
      long rounds, long counted, boolean holds) {
    assertThat(pair(rounds, counted, false).denominatorHolds()).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({"8, 0, true", "8, 2, true", "8, 3, false", "1000, 10, true", "1000, 11, false"})
  void aFlowWithoutSwitchesIsComparedWithItsRounds(long rounds, long counted, boolean holds) {
    var single = new Batch(Variant.SINGLE, rounds, 1, 1, 1, 0, counted, 0, false);
    assertThat(single.denominatorHolds()).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({"8", "1000"})
  void aMigrationSpoilsAny(long rounds) {
    assertThat(pair(rounds, 2 * rounds, true).denominatorHolds()).isFalse();
  }
}
