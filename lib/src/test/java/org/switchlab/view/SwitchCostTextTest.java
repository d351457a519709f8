package org.switchlab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;

class SwitchCostTextTest {

  private static final List<Verdict> VERDICTS =
      List.of(
          new Verdict("CS-1", Outcome.CONFIRMED, "0.62 µs", "0.70 µs", "It is near."),
          new Verdict("CS-5", Outcome.NOT_MEASURABLE, "≈ 3 µs", "", "No L2 is known."));

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 100, 160})
  void noLineIsWiderThanTheTerminal(int columns) {
    String text =
        SwitchCostText.render(Figures.steep(), VERDICTS, new TextStyle(columns, true, false));
    assertThat(text.lines()).allMatch(line -> line.length() <= columns);
  }

  @Test
  void withoutUtf8NothingButAsciiIsWritten() {
    TextStyle ascii = TextStyle.of(100, StandardCharsets.ISO_8859_1, false);
    String text = SwitchCostText.render(Figures.steep(), VERDICTS, ascii);
    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
    assertThat(text).contains("0.62 us", "~ 3 us", "+-").doesNotContain("?");
  }

  @Test
  void colourIsWrittenOnlyWhenAskedFor() {
    String plain = SwitchCostText.render(Figures.small(), VERDICTS, TextStyle.PLAIN);
    String colored =
        SwitchCostText.render(Figures.small(), VERDICTS, new TextStyle(100, true, true));
    assertThat(plain).doesNotContain("\u001b");
    assertThat(colored).contains("\u001b[32mconfirmed\u001b[0m");
    assertThat(colored.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(plain);
  }

  @Test
  void everyEstimateIsInTheDrawingOfAWideTerminal() {
    long drawn =
        SwitchCostText.render(Figures.small(), List.of(), new TextStyle(100, true, false))
            .lines()
            .filter(line -> line.matches(".*[┤│].*"))
            .flatMapToInt(String::chars)
            .filter(c -> "●■▲◆▼×".indexOf(c) >= 0)
            .count();
    assertThat(drawn).as("8 sizes × 6 strides less one gap").isEqualTo(47);
  }

  @Test
  void stridesWithoutRoomAreNamed() {
    String text = SwitchCostText.render(Figures.steep(), List.of(), new TextStyle(80, true, false));
    assertThat(text.replaceAll("\\s+", " "))
        .contains("drawn: stride ● 8 B, ■ 64 B, ▲ 256 B (16 B, 32 B, 128 B only in the table)");
    assertThat(text.lines().filter(line -> line.matches(".*[┤│].*")))
        .noneMatch(l -> l.contains("◆"));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 100})
  void aDistributionFitsTheTerminal(int columns) {
    String text =
        SwitchCostText.render(
            Distributions.twoStates(), VERDICTS, new TextStyle(columns, false, false));
    assertThat(text.lines()).allMatch(line -> line.length() <= columns);
    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
  }
}
