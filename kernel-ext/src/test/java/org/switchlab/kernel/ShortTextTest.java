package org.switchlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class ShortTextTest {

  @Test
  void aShortTextIsItself() {
    assertThat(ShortText.of("5 µs")).isEqualTo("5 µs");
    assertThat(ShortText.of("x".repeat(ShortText.MOST_LETTERS))).doesNotContain("left out");
  }

  @Test
  void aLongOneIsCutAndSaysHowToHaveTheRest() {
    String text = ShortText.of(Collections.nCopies(1_000_000, 7));
    assertThat(text).hasSizeLessThan(ShortText.MOST_LETTERS + 300).startsWith("[7, 7, ");
    assertThat(text).contains("… 2,980,000 of 3,000,000 letters are left out", "out.txt");
  }

  @Test
  void noLetterOfTwoHalvesIsDivided() {
    assertThat(ShortText.cut("a😀b", 2)).isEqualTo("a");
    assertThat(ShortText.cut("a😀b", 3)).isEqualTo("a😀");
  }
}
