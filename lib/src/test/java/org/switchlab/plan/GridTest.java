package org.switchlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {

  @Test
  void theGridEndsAtTwiceL2AndHoldsTheCachesThemselves() {
    List<Long> sizes = Grid.sizesBytes(OptionalLong.of(48 << 10), OptionalLong.of(1280 << 10));
    assertThat(sizes).startsWith(1024L).contains(48L << 10, 192L << 10, 1280L << 10).isSorted();
    assertThat(sizes).endsWith(1920L << 10, 2048L << 10, 2560L << 10);
  }

  @Test
  void unknownCachesStillGiveAGrid() {
    assertThat(Grid.sizesBytes(OptionalLong.empty(), OptionalLong.empty())).endsWith(2L << 20);
  }

  @Test
  void strideZeroIsOnePointHoweverManySizes() {
    List<Point> points = Grid.points("pipe-pair", List.of(1024L, 2048L), List.of(64L, 0L));
    assertThat(points)
        .containsExactly(
            Point.direct("pipe-pair"),
            new Point("pipe-pair", 1024, 64),
            new Point("pipe-pair", 2048, 64));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1024, 0, 1000, 8})
  void aSizeNoArrayCanHaveIsNamed(long size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Grid.points("pipe-pair", List.of(size), List.of(8L)))
        .withMessageContaining(Long.toString(size))
        .withMessageContaining("multiple of 64");
  }

  @ParameterizedTest
  @ValueSource(longs = {-8, 4, 24, 100})
  void aStrideNoWalkCanHaveIsNamed(long stride) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Grid.points("pipe-pair", List.of(1024L), List.of(stride)))
        .withMessageContaining("stride " + stride)
        .withMessageContaining("power of two");
  }

  @Test
  void aStrideLargerThanTheArrayIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Grid.points("pipe-pair", List.of(64L), List.of(128L)))
        .withMessageContaining("at most 64");
  }
}
