package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.switchlab.Lab;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;

class TeachingExperimentsTest {

  @Test
  void theFiguresAreFoundByNumber() {
    assertThat(Lab.figure(1).definition()).isSameAs(Lab.timeline().definition());
    assertThat(Lab.figure(2).definition()).isSameAs(Lab.accessPattern().definition());
  }

  @Test
  void aTimelineTakesOneArrayAndOneStride() {
    Plan plan = Lab.timeline().sizesBytes(4096).stridesBytes(0).rounds(7).plan();
    assertThat(plan.points()).singleElement().matches(Point::isDirect);
    assertThat(plan.protocol().fixedRounds()).isEqualTo(7);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lab.timeline().sizesBytes(1024, 2048))
        .withMessageContaining("2 array sizes are given; timeline takes exactly one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lab.timeline().rounds(1001))
        .withMessageContaining("1001");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lab.timeline().precision(0.1))
        .withMessageContaining("timeline has no use for a precision");
  }

  @Test
  void anAccessPatternTakesOneArrayAndStridesAboveZero() {
    assertThat(Lab.accessPattern().sizesBytes(1024).stridesBytes(64, 8).plan().points())
        .extracting(Point::strideBytes)
        .containsExactly(8L, 64L);
    assertThatIllegalArgumentException().isThrownBy(() -> Lab.accessPattern().stridesBytes(0, 8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lab.accessPattern().sizesBytes(1 << 24).plan())
        .withMessageContaining("use a smaller array");
  }

  @Test
  void oneProtocolMeasuresOnlyWhatItNeeds() {
    assertThat(Lab.protocol("twice-the-switches").plan().points())
        .extracting(Point::subject)
        .containsExactly("pipe-pair");
    assertThat(Lab.protocol("shared-array").plan().points())
        .extracting(Point::subject)
        .containsExactly("pipe-pair", "pipe-pair-shared-array");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lab.protocol("guess"))
        .withMessageContaining("long-single-then-long-pair");
  }

  @Test
  void theOrderOfTheSettingsDoesNotMatter() {
    Duration budget = Duration.ofSeconds(3);
    assertThat(Lab.protocols().quick().precision(0.1).budget(budget).seed(1).plan())
        .isEqualTo(Lab.protocols().budget(budget).precision(0.1).quick().seed(1).plan());
  }
}
