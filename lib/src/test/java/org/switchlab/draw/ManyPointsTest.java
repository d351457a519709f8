package org.switchlab.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LinearScale;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.Thinning;

/** A picture of very many points stays one that opens, keeps its outline and says so. */
class ManyPointsTest {

  private static final int MANY = 100_000;

  private static Figure figure(int points) {
    List<Dot> dots =
        IntStream.range(0, points).mapToObj(i -> Dot.at(i, i == points / 3 ? 9 : i % 5)).toList();
    return Figures.of(
        LinearScale.between(0, points),
        LinearScale.between(0, 10),
        List.of(
            new Mark.Series("many", Look.line(0), dots),
            new Mark.Rug("rug", dots.stream().map(Dot::x).toList()),
            new Mark.Spans(
                "spans",
                Look.line(1),
                dots.stream().map(d -> new Mark.Span(1, d.x(), d.x() + 1)).toList())));
  }

  @Test
  void everyFormIsBoundedAndSaysWhatWasLeftOut() {
    Figure many = figure(MANY);
    String svg = Svg.of(ChartFiles.svg(many));
    assertThat(svg.length()).isLessThan(4_000_000);
    assertThat(svg).contains("of 300,000 points are drawn");
    String vega = VegaDrawing.json(many);
    assertThat(vega.length()).isLessThan(4_000_000);
    assertThat(vega).contains("of 300,000 points are drawn");
  }

  @Test
  void theHighestAndTheEndsStay() {
    Mark.Series drawn = Thinning.of(figure(MANY)).marks(Mark.Series.class).getFirst();
    assertThat(drawn.dots()).hasSizeLessThanOrEqualTo(Thinning.MOST);
    assertThat(drawn.dots())
        .extracting(Dot::x)
        .contains(0.0, (double) (MANY / 3), MANY - 1.0)
        .isSorted();
  }

  @Test
  void aSmallFigureIsLeftAlone() {
    Figure small = figure(1_000);
    assertThat(Thinning.of(small)).isSameAs(small);
  }
}
