package org.switchlab.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.switchlab.table.Estimate;

class BootstrapOfUnitsTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 0.95, 3);

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
  }

  @Property(tries = 100)
  void theIntervalHoldsTheValueAndLiesWithinTheData(
      @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
    Estimate estimate = BOOTSTRAP.ofUnits(values, BootstrapOfUnitsTest::mean);
    assertThat(estimate.value()).isBetween(estimate.low(), estimate.high());
    double least = values.stream().mapToDouble(v -> v).min().orElseThrow();
    double most = values.stream().mapToDouble(v -> v).max().orElseThrow();
    assertThat(estimate.low()).isGreaterThanOrEqualTo(least - 1e-6);
    assertThat(estimate.high()).isLessThanOrEqualTo(most + 1e-6);
  }

  /** What scatters in both sides alike does not scatter in their difference. */
  @Test
  void whatWasMeasuredTogetherStaysTogether() {
    List<double[]> units =
        List.of(new double[] {1, 4}, new double[] {50, 53}, new double[] {9, 12});
    Estimate difference =
        BOOTSTRAP.ofUnits(
            units,
            drawn ->
                drawn.stream().mapToDouble(unit -> unit[1]).sum() / drawn.size()
                    - drawn.stream().mapToDouble(unit -> unit[0]).sum() / drawn.size());
    assertThat(difference.high() - difference.low()).isLessThan(1e-9);
    assertThat(difference.value()).isBetween(3 - 1e-9, 3 + 1e-9);
  }

  @Test
  void aResampleWithoutAnAnswerIsDrawnAgain() {
    List<Double> values = List.of(Double.NaN, 5.0);
    Estimate estimate =
        BOOTSTRAP.ofUnits(values, drawn -> mean(drawn.stream().filter(v -> !v.isNaN()).toList()));
    assertThat(estimate.low()).isEqualTo(5);
    assertThat(estimate.high()).isEqualTo(5);
  }

  @Test
  void unitsWithoutAnAnswerAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BOOTSTRAP.ofUnits(List.of(1.0), drawn -> Double.NaN));
  }
}
