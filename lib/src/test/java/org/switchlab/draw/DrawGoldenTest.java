package org.switchlab.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.figure.Figure;
import org.switchlab.table.Pivot;
import org.switchlab.table.Rows;

/** What people read of tables and figures, whatever the experiment, under several locales. */
class DrawGoldenTest {

  private static final TextStyle PAGE = new TextStyle(80, true, false);
  private static final TextStyle NARROW_ASCII = new TextStyle(60, false, false);

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void tables(String locale) {
    Rows wide = Pivot.of(SampleRows.costs(), "arrayBytes", "strideBytes", "estimate");
    Golden.matches(
        "draw-table.txt",
        locale,
        () -> text(SampleRows.costs()) + text(wide) + text(SampleRows.servers()));
    Golden.matches(
        "draw-table.html", locale, () -> RowsHtml.of(wide) + RowsHtml.of(SampleRows.servers()));
  }

  private static String text(Rows rows) {
    return join(RowsText.lines(rows, PAGE, 10)) + join(RowsText.lines(rows, NARROW_ASCII, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void drawings(String locale) {
    Golden.matches("draw-plot.txt", locale, text(SampleFigures.costs()));
    Golden.matches("draw-plot-log.txt", locale, text(SampleFigures.clients()));
    Golden.matches("draw-scatter.txt", locale, text(SampleFigures.scatter()));
    Golden.matches("draw-histogram.txt", locale, text(SampleFigures.distribution()));
    Golden.matches("draw-timeline.txt", locale, text(SampleFigures.timeline()));
    Golden.matches("draw-ladder.txt", locale, text(SampleFigures.ladder()));
    Golden.matches("draw-protocols.txt", locale, text(SampleFigures.protocols()));
    Golden.matches("draw-what-if.txt", locale, text(SampleFigures.whatIf()));
    Golden.matches("draw-parts.txt", locale, text(SampleFigures.parts()));
    Golden.matches("draw-touches.txt", locale, text(SampleFigures.touches()));
  }

  @Test
  void noGoldenTextOrPictureHasANumberThatIsNone() throws IOException {
    try (Stream<Path> goldens = Files.list(Path.of("src/test/resources/golden"))) {
      assertThat(goldens)
          .isNotEmpty()
          .allSatisfy(
              golden ->
                  assertThat(Files.readString(golden)).doesNotContain("NaN", "Infinity", "null"));
    }
  }

  private static Supplier<String> text(Figure figure) {
    return () ->
        join(TextDrawing.lines(figure, PAGE)) + join(TextDrawing.lines(figure, NARROW_ASCII));
  }

  private static String join(List<String> lines) {
    return String.join("\n", lines) + "\n\n";
  }
}
