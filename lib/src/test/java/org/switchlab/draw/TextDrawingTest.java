package org.switchlab.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LinearScale;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;

class TextDrawingTest {

  private static final TextStyle PAGE = new TextStyle(80, true, false);

  @Property(tries = 1500)
  void noLineIsWiderThanThePage(
      @ForAll long seed, @ForAll @IntRange(min = 40, max = 200) int columns) {
    Figure figure = new AnyFigure(seed).make();
    assertThat(TextDrawing.lines(figure, new TextStyle(columns, true, false)))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
  }

  @Property(tries = 500)
  void asciiIsAscii(@ForAll long seed, @ForAll @IntRange(min = 40, max = 200) int columns) {
    Figure figure = new AnyFigure(seed).make();
    assertThat(TextDrawing.lines(figure, new TextStyle(columns, false, false)))
        .allSatisfy(
            line -> {
              assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(line)).isTrue();
              assertThat(line).hasSizeLessThanOrEqualTo(columns);
            });
  }

  @Property(tries = 50)
  void ordinaryFiguresFitEveryPage(@ForAll @IntRange(min = 40, max = 200) int columns) {
    for (Figure figure : SampleFigures.all()) {
      assertThat(TextDrawing.lines(figure, new TextStyle(columns, true, false)))
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
    }
  }

  @Test
  void everyPointOfAPlotIsThere() {
    String text = String.join("\n", TextDrawing.lines(SampleFigures.clients(), PAGE));
    assertThat(text.chars().filter(c -> c == '●').count()).isEqualTo(7 + 1);
    assertThat(text.chars().filter(c -> c == '■').count()).isEqualTo(7 + 1);
    assertThat(text.chars().filter(c -> c == '▲').count()).isEqualTo(7 + 1);
  }

  @Test
  void whatIsOnlyInTheTableIsNamed() {
    assertThat(
            String.join(" ", TextDrawing.lines(SampleFigures.costs(), PAGE)).replaceAll(" +", " "))
        .contains("drawn: stride ● 8 B, ■ 64 B, ▲ 256 B (16 B, 32 B, 128 B only in the table)")
        .contains("* published", "─ no array: 1.00 µs", "┊ L1d 32 KiB, L2 1 MiB")
        .contains("out of view: L3 32 MiB", "beyond 2.5 µs each step is × 4");
  }

  @Test
  void everyRowHasItsNumberAndNote() {
    String text = String.join("\n", TextDrawing.lines(SampleFigures.ladder(), PAGE));
    assertThat(text)
        .contains("1.52 ns [1.47, 1.58]", "3.92 ms [3.80, 4.08]")
        .contains("One side sleeps until the other wakes it.", "x with its message");
  }

  @Test
  void binsAreCountedWhenTheyArePutTogether() {
    List<Double> edges = IntStream.rangeClosed(0, 60).mapToObj(i -> i * 0.02).toList();
    List<Double> counts = IntStream.range(0, 60).mapToObj(i -> 1.0).toList();
    Figure figure =
        figure(new LinearScale(0, 1.2, 0.1), new Mark.Steps("quiet", Look.line(0), edges, counts));
    List<String> lines = TextDrawing.lines(figure, PAGE);
    assertThat(lines.stream().filter(line -> line.contains("█"))).hasSize(30);
    assertThat(lines.stream().filter(line -> line.contains("█")))
        .allMatch(line -> line.endsWith(" 2"));
    assertThat(String.join(" ", lines)).contains("each row is 2 bins together, 0.04 µs wide");
  }

  @Test
  void largeCountsAreWhole() {
    Figure figure =
        figure(
            new LinearScale(0, 2, 1),
            new Mark.Steps("quiet", Look.line(0), List.of(0.0, 1.0, 2.0), List.of(1696200.0, 7.0)));
    for (int columns = 40; columns <= 200; columns++) {
      List<String> lines = TextDrawing.lines(figure, new TextStyle(columns, true, false));
      assertThat(lines.get(1)).endsWith(" 1696200");
      assertThat(lines.get(2)).endsWith(" 7");
    }
  }

  @Test
  void numbersOfRowsAreWholeOnEveryPage() {
    for (int columns = 40; columns <= 200; columns++) {
      TextStyle style = new TextStyle(columns, true, false);
      assertThat(String.join("\n", TextDrawing.lines(SampleFigures.ladder(), style)))
          .contains("1.52", "3.92", " ms", "socketpair-process-cross");
      assertThat(String.join("\n", TextDrawing.lines(SampleFigures.protocols(), style)))
          .contains("0.500", "40.0", "19.7 to 64.0 µs");
    }
  }

  @Test
  void withoutNumbersItSaysSo() {
    Figure empty =
        figure(
            new LinearScale(0, 1, 0.1),
            new Mark.Series("a", Look.line(0), List.of(Dot.at(1, Double.NaN))));
    assertThat(TextDrawing.lines(empty, PAGE)).containsExactly("nothing measured.");
  }

  @Test
  void longWordsAreBroken() {
    assertThat(TextBlocks.wrap("ab abcdefgh c", "  ", 5))
        .containsExactly("  ab", "  abc", "  def", "  gh", "  c");
  }

  private static Figure figure(LinearScale x, Mark mark) {
    return new Figure(
        new Figure.Heading("t", "p", List.of()),
        List.of(),
        new Axis("cost (µs)", x),
        new Axis("couples", new LinearScale(0, 10, 1)),
        List.of(mark));
  }
}
