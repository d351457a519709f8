package org.switchlab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.switchlab.bench.Reading.Kept;
import org.switchlab.experiment.SampleResults;
import org.switchlab.experiment.SwitchCosts;

class GridTimeTest {

  private final GridTime benchmark = GridTime.full();

  @Test
  void theRatioIsThatOfTheWallTimes() {
    assertThat(benchmark.reading(37.5, complete()).ratioToPromise()).isEqualTo(0.5);
    assertThat(benchmark.reading(75, complete()).kept()).isEqualTo(Kept.YES);
    assertThat(benchmark.reading(75.1, complete()).kept()).isEqualTo(Kept.NO);
  }

  @Test
  void theWarningsOfTheRunAreNamed() {
    assertThat(benchmark.reading(30, complete()).note()).contains("NO_FIFO");
  }

  @Test
  void aGridWithHolesIsNoFullGridHoweverQuick() {
    Reading reading = benchmark.reading(1, SampleResults.small(1));

    assertThat(reading.kept()).isEqualTo(Kept.NOT_MEASURABLE);
    assertThat(reading.figures()).containsEntry("pointsMissing", 1L);
  }

  private static SwitchCosts complete() {
    return SampleResults.small(2);
  }
}
