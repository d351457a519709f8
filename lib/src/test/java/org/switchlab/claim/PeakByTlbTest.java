package org.switchlab.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchlab.estimate.PageSizeContrast;
import org.switchlab.table.Estimate;

class PeakByTlbTest {

  private static final Claim CLAIM = Claim.find("CS-19").orElseThrow();

  private static PageSizeContrast contrast(double riseLowNs, double shareLow, double shareHigh) {
    return new PageSizeContrast(
        128 << 10,
        2 << 20,
        new Estimate(20_000, riseLowNs, 30_000, 0.95),
        new Estimate(10_000, 5_000, 15_000, 0.95),
        new Estimate((shareLow + shareHigh) / 2, shareLow, shareHigh, 0.95));
  }

  @ParameterizedTest
  @CsvSource({
    "15000, 0.8, 1.1, REFUTED",
    "15000, 0.1, 0.4, CONFIRMED",
    "15000, 0.3, 0.7, INCONCLUSIVE",
    "-10, 0.8, 1.1, INCONCLUSIVE"
  })
  void whatRemainsDecides(double riseLowNs, double low, double high, Outcome expected) {
    assertThat(PeakByTlb.judge(CLAIM, contrast(riseLowNs, low, high), null, true).outcome())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"-300, 900, REFUTED", "16000, 24000, CONFIRMED", "1000, 12000, INCONCLUSIVE"})
  void whereThePagesLeaveItOpenTheMissesDecide(double lowNs, double highNs, Outcome expected) {
    var part = new Estimate((lowNs + highNs) / 2, lowNs, highNs, 0.95);
    Verdict verdict = PeakByTlb.judge(CLAIM, contrast(15_000, 0.3, 0.7), part, true);
    assertThat(verdict.outcome()).isEqualTo(expected);
  }

  @Test
  void withoutHugePagesOrPointsItCannotBeMeasured() {
    assertThat(PeakByTlb.judge(CLAIM, contrast(15_000, 0.8, 1.1), null, false).why())
        .contains("no huge pages");
    assertThat(PeakByTlb.judge(CLAIM, null, null, true).outcome())
        .isEqualTo(Outcome.NOT_MEASURABLE);
  }
}
