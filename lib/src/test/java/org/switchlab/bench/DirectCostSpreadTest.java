package org.switchlab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.bench.Reading.Kept;

class DirectCostSpreadTest {

  private final DirectCostSpread benchmark = new DirectCostSpread();

  @Test
  void anInvocationThatWasMostlyDisturbedStandsOutsideAndIsNamed() {
    List<DirectCostSpread.Invocation> invocations = quiet(1000, 1010, 1020, 1005, 1015);
    invocations.add(new DirectCostSpread.Invocation(6, 1300, 1350, true));

    Reading reading = benchmark.reading(invocations);

    assertThat(reading.kept()).isEqualTo(Kept.YES);
    assertThat(reading.figures())
        .containsEntry("invocations", 6)
        .containsEntry("disturbed", 1)
        .containsEntry("maxNs", 1020.0);
    assertThat(share(reading, "spreadShare")).isCloseTo(20.0 / 1010, within(1e-12));
    assertThat(reading.note()).contains("MOSTLY_DISTURBED", "6 (1.30 µs)");
  }

  @Test
  void theSameOutlierBreaksThePromiseIfItCallsItselfQuiet() {
    List<DirectCostSpread.Invocation> invocations = quiet(1000, 1010, 1020, 1005, 1015, 1300);

    Reading reading = benchmark.reading(invocations);

    assertThat(reading.kept()).isEqualTo(Kept.NO);
    assertThat(reading.ratioToPromise()).isGreaterThan(9);
  }

  @Test
  void theMeansSpreadIsOverAllInvocations() {
    List<DirectCostSpread.Invocation> invocations = quiet(1000, 1000, 1000, 1000, 1000);
    invocations.add(new DirectCostSpread.Invocation(6, 2000, 2000, true));

    Reading reading = benchmark.reading(invocations);

    assertThat(share(reading, "spreadShare")).isZero();
    assertThat(share(reading, "meanSpreadShare")).isCloseTo(1, within(1e-12));
  }

  @Test
  void fewQuietInvocationsSayNothingAboutTen() {
    List<DirectCostSpread.Invocation> invocations = quiet(1000, 1000, 1000, 1000);
    invocations.add(new DirectCostSpread.Invocation(5, 1400, 1400, true));

    Reading reading = benchmark.reading(invocations);

    assertThat(reading.kept()).isEqualTo(Kept.NOT_MEASURABLE);
    assertThat(reading.ratioToPromise()).isNull();
    assertThat(reading.note()).contains("5 (1.40 µs)", "try again");
    assertThat(reading.figures()).doesNotContainKey("spreadShare");
  }

  private static double share(Reading reading, String figure) {
    return reading.figures().get(figure).doubleValue();
  }

  private static List<DirectCostSpread.Invocation> quiet(double... costsNs) {
    List<DirectCostSpread.Invocation> invocations = new ArrayList<>();
    for (double costNs : costsNs) {
      invocations.add(
          new DirectCostSpread.Invocation(invocations.size() + 1, costNs, costNs, false));
    }
    return invocations;
  }
}
