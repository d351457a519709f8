package org.switchlab.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AccessPatternTest {

  @Test
  void aStrideOfALineComesToEachLineOnceAnElement() {
    AccessPattern pattern = SamplePatterns.of(8192, 64);
    assertThat(pattern.touches()).isEqualTo(1024);
    assertThat(pattern.lines()).isEqualTo(128);
    assertThat(pattern.pages()).isEqualTo(2);
    assertThat(pattern.lineArrivals()).isEqualTo(1024);
    assertThat(pattern.pageArrivals()).isEqualTo(16);
  }

  @Test
  void aStrideOfAnElementComesToEachLineOnce() {
    AccessPattern pattern = SamplePatterns.of(8192, 8);
    assertThat(pattern.lineArrivals()).isEqualTo(pattern.lines());
    assertThat(pattern.pageArrivals()).isEqualTo(pattern.pages());
  }

  @Test
  void aWalkOfNothingTouchesNothing() {
    AccessPattern nothing =
        AccessPattern.of(SamplePatterns.of(64, 8).point(), 64, 4096, new int[0]);
    assertThat(nothing.lines()).isZero();
    assertThat(nothing.lineArrivals()).isZero();
    assertThat(nothing.touchByIndex()).containsOnly(-1);
  }

  @Property
  void theStrideChangesTheArrivalsAndNothingElse(
      @ForAll @IntRange(min = 1, max = 64) int lines, @ForAll @IntRange(max = 5) int power) {
    int strideBytes = 8 << power;
    int arrayBytes = Math.max(64 * lines, strideBytes);
    AccessPattern pattern = SamplePatterns.of(arrayBytes, strideBytes);
    AccessPattern straight = SamplePatterns.of(arrayBytes, 8);
    assertThat(pattern.touches()).isEqualTo(straight.touches());
    assertThat(pattern.lines()).isEqualTo(straight.lines());
    assertThat(pattern.pages()).isEqualTo(straight.pages());
    assertThat(pattern.lineArrivals()).isBetween(straight.lineArrivals(), (long) pattern.touches());
    assertThat(Arrays.stream(pattern.touchByIndex()).distinct().count())
        .isEqualTo(pattern.touches());
  }
}
