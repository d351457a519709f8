package org.switchlab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchlab.bench.Reading.Kept;
import org.switchlab.experiment.SampleResults;
import org.switchlab.run.WorkCounter;
import org.switchlab.sample.SwitchWork;
import org.switchlab.sample.SwitchWork.SystemCalls;
import org.switchlab.sample.Variant;

/** The promises about user-level switches, without measuring. */
class UserSwitchTest {

  /** Counts what is predicted, {@code more} calls beyond it in 100 rounds of one variant. */
  private static WorkCounter counter(String variant, long more) {
    return subject -> {
      long calls =
          2 * 100L * UserSwitchCalls.predicted().get(subject)
              + (subject.equals(variant) ? more : 0);
      return new SwitchWork(
          new SystemCalls(Variant.SINGLE, 100, 0, Map.of(), null),
          new SystemCalls(Variant.PAIR, 100, calls, Map.of(), null));
    };
  }

  @Test
  void thePapersLibraryIsPredictedThreeCallsAndTheSwitchByHandNone() {
    assertThat(UserSwitchCalls.predicted())
        .containsEntry("gthread", 3)
        .containsEntry("gthread-nomask", 1)
        .containsEntry("gthread-register", 0);
  }

  @ParameterizedTest
  @CsvSource({"gthread, 0, YES", "gthread, 1, YES", "gthread-register, 200, NO", "ucontext, 3, NO"})
  void oneVariantOffItsPredictionBreaksThePromise(String variant, long more, Kept kept)
      throws Exception {
    assertThat(new UserSwitchCalls().reading(counter(variant, more)).kept()).isEqualTo(kept);
  }

  @Test
  void withoutARungThereIsNoRatio() {
    assertThatThrownBy(
            () -> new UserSwitchRatio().reading(SampleResults.ladder(Map.of("call", 1.0))))
        .isInstanceOf(NotMeasurableException.class)
        .hasMessageContaining("gthread-register");
  }

  @ParameterizedTest
  @CsvSource({"10, 300, YES", "10, 203, NO", "10, 150, NO"})
  void theCautiousEndsOfTheIntervalsDecide(double userNs, double kernelNs, Kept kept)
      throws Exception {
    Reading reading =
        new UserSwitchRatio()
            .reading(
                SampleResults.ladder(Map.of("gthread-register", userNs, "pipe-process", kernelNs)));
    assertThat(reading.kept()).isEqualTo(kept);
    assertThat((double) reading.figures().get("lowestRatio"))
        .isLessThan((double) reading.figures().get("kernelToUserRatio"));
  }

  @Test
  void aCostThatCannotBeToldFromNothingGivesNoRatio() throws Exception {
    Reading reading =
        new UserSwitchRatio()
            .reading(SampleResults.ladder(Map.of("gthread-register", -1.0, "pipe-process", 500.0)));
    assertThat(reading.kept()).isEqualTo(Kept.NOT_MEASURABLE);
  }
}
