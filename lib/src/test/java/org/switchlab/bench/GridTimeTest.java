package org.switchlab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.switchlab.finding.SampleResults;
import org.switchlab.study.SwitchCosts;

class GridTimeTest {

  private final GridTime benchmark = GridTime.full();

  @Test
  void theRatioIsThatOfTheWallTimes() {
    assertThat(benchmark.reading(30, complete()).ratioToPromise()).isEqualTo(0.5);
    assertThat(benchmark.reading(60, complete()).kept()).isEqualTo(Kept.YES);
    assertThat(benchmark.reading(60.1, complete()).kept()).isEqualTo(Kept.NO);
  }

  @Test
  void theWarningsOfTheRunAreNamed() {
    assertThat(benchmark.reading(30, complete()).note()).contains("NO_FIFO");
  }

  @Test
  void aGridWithHolesIsNoFullGridHoweverQuick() {
    Reading reading = benchmark.reading(1, SampleResults.small());

    assertThat(reading.kept()).isEqualTo(Kept.NOT_MEASURABLE);
    assertThat(reading.figures()).containsEntry("pointsMissing", 1L);
  }

  /** The sample result without the point that has no estimate. */
  private static SwitchCosts complete() {
    SwitchCosts all = SampleResults.small();
    return new SwitchCosts(all.frame(), all.samples(), all.estimates().subList(0, 1));
  }
}
