package org.switchlab.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchlab.table.Estimate;

class TrimmedMeanTest {

  private static TrimmedMean of(double... units) {
    return TrimmedMean.of(units).orElseThrow();
  }

  @Test
  void aTestAndAnIntervalNeverContradictEachOther() {
    TrimmedMean mean = of(3, 7, 4, 9, 5, 6, 30);
    for (double p : new double[] {0.001, 0.01, 0.05, 0.2}) {
      Estimate interval = mean.interval(1 - 2 * p);
      assertThat(mean.pAbove(interval.low())).isCloseTo(p, within(1e-9));
      assertThat(mean.pBelow(interval.high())).isCloseTo(p, within(1e-9));
      assertThat(mean.pAbove(interval.high())).isCloseTo(1 - p, within(1e-9));
    }
  }

  @Test
  void threeUnitsAreTheFewestAndNoneOfThemIsLeftOut() {
    assertThat(TrimmedMean.of(new double[] {1, 2})).isEmpty();
    assertThat(of(1, 2, 6).value()).isEqualTo(3);
    assertThat(of(1, 2, 6).degrees()).isEqualTo(2);
    assertThat(of(1, 2, 3, 4, 1000).value()).isEqualTo(3);
  }

  @Test
  void unitsThatAllAgreeAreSure() {
    assertThat(of(5, 5, 5).pAbove(4)).isZero();
    assertThat(of(5, 5, 5).pAbove(6)).isEqualTo(1);
    assertThat(of(5, 5, 5).pBelow(5)).isEqualTo(0.5);
  }

  /** What is said to err once in 200 times does, for few units and many. */
  @ParameterizedTest
  @CsvSource({"4", "6", "10", "12", "20", "30"})
  void itErrsAsOftenAsItSays(int many) {
    Random random = new Random(many);
    int runs = 60_000;
    int errors = 0;
    double[] units = new double[many];
    for (int i = 0; i < runs; i++) {
      Arrays.setAll(units, unit -> random.nextGaussian());
      TrimmedMean mean = of(units);
      errors += mean.pAbove(0) < 0.005 || mean.pBelow(0) < 0.005 ? 1 : 0;
    }
    assertThat(errors / (double) runs).isBetween(0.0085, 0.0115);
  }
}
