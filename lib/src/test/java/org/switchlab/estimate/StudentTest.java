package org.switchlab.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.table.Estimate;

/** Student's interval holds the truth as often as it says, and disturbed units do not move it. */
class StudentTest {

  private static final int RUNS = 4_000;

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 10, 40})
  void itHoldsTheTruthAsOftenAsItSays(int units) {
    Random random = new Random(42);
    int held = 0;
    for (int run = 0; run < RUNS; run++) {
      double[] values = random.doubles(units).map(_ -> 100 + random.nextGaussian()).toArray();
      Estimate estimate = Student.interval(values, 0.95).orElseThrow();
      held += estimate.low() <= 100 && estimate.high() >= 100 ? 1 : 0;
    }
    // Three standard errors of a share of 0.95 over so many runs, and what trimming costs.
    assertThat((double) held / RUNS).isBetween(0.935, 0.968);
  }

  @Test
  void whatIsDisturbedNowAndThenDoesNotMoveIt() {
    double[] values = {10, 11, 10, 12, 11, 10, 11, 12, 5_000, 900};
    Estimate estimate = Student.interval(values, 0.95).orElseThrow();
    assertThat(estimate.value()).isBetween(10.0, 12.0);
    assertThat(estimate.high()).isLessThan(15);
  }

  @Test
  void threeUnitsGiveTheTextbooksInterval() {
    Estimate estimate = Student.interval(new double[] {1, 2, 3}, 0.95).orElseThrow();
    assertThat(estimate.value()).isEqualTo(2);
    // 4.303 is the factor for two degrees of freedom at 95 % in every table of Student's t.
    assertThat(estimate.high() - 2).isCloseTo(4.303 / Math.sqrt(3), within(0.001));
    assertThat(Student.interval(new double[] {1, 2}, 0.95)).isEmpty();
  }

  @Property
  void theIntervalHoldsItsValueAndGrowsWithTheLevel(
      @ForAll @Size(min = 3, max = 20) List<@DoubleRange(min = -1e6, max = 1e6) Double> units) {
    double[] values = units.stream().mapToDouble(Double::doubleValue).toArray();
    Estimate usual = Student.interval(values, 0.95).orElseThrow();
    Estimate sure = Student.interval(values, 0.99).orElseThrow();
    assertThat(usual.value()).isBetween(usual.low(), usual.high());
    assertThat(sure.high() - sure.low()).isGreaterThanOrEqualTo(usual.high() - usual.low());
  }
}
