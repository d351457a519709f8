package org.switchlab.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookTest {

  private static final int COLOURS = 6;
  private static final int SIGNS = 6;

  /** Colour and sign together: what a reader tells lines apart by. */
  @Test
  void thirtyLinesAreToldApart() {
    List<String> pairs =
        IntStream.range(0, 30)
            .mapToObj(Look::line)
            .map(look -> look.tint() % COLOURS + " " + look.sign() % SIGNS)
            .toList();
    assertThat(pairs).doesNotHaveDuplicates();
  }

  @Test
  void theFirstHaveTheSignOfTheirColour() {
    assertThat(IntStream.range(0, COLOURS).map(tint -> Look.points(tint).sign()))
        .containsExactly(0, 1, 2, 3, 4, 5);
  }
}
