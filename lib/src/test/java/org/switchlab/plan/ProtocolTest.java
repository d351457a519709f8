package org.switchlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1, Double.NaN})
  void aPrecisionThatCannotBeReachedIsRefused(double precision) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Efforts.usual().withPrecision(precision))
        .withMessageContaining("precision is " + precision);
  }

  @Test
  void aBudgetOfNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Efforts.usual().withBudgetMs(0))
        .withMessageContaining("1 ms or more");
  }

  @Test
  void thePaperRunsTwentyGroupsOfTenToTheEnd() {
    Effort paper = Efforts.paper(1);
    assertThat(paper.isFixed()).isTrue();
    assertThat(paper.passes() * paper.repetitions()).isEqualTo(200);
    assertThat(paper.fixedRounds()).isEqualTo(100_000);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1.5, Double.NaN})
  void aScaleOutsideZeroToOneIsRefused(double scale) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Efforts.paper(scale))
        .withMessageContaining("scale is " + scale);
  }
}
