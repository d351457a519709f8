package org.switchlab.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LinearScaleTest {

  private static List<String> labels(LinearScale scale) {
    return scale.ticks().stream().map(scale::label).toList();
  }

  @Property(tries = 300)
  void noTwoTicksSayTheSame(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double low,
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double width) {
    assertThat(labels(LinearScale.between(low, low + width))).doesNotHaveDuplicates();
  }

  @Test
  void labelsHaveAsManyDecimalsAsTheStepNeeds() {
    assertThat(labels(new LinearScale(2.6, 2.62, 0.005)))
        .containsExactly("2.6", "2.605", "2.61", "2.615", "2.62");
    assertThat(labels(new LinearScale(0, 400_000, 200_000)))
        .containsExactly("0", "200000", "400000");
    assertThat(labels(LinearScale.fromZero(-0.3, 1))).contains("-0.2", "0", "1");
  }

  @Test
  void whatHasNoPlaceIsSaidAndNotRefused() {
    assertThat(new LinearScale(0, 1, 0.5).label(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
  }
}
