package org.switchlab.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

  /** A user's own figure may have as many bars, bins or cells. */
  @ParameterizedTest
  @MethodSource("others")
  void soAreBarsBinsAndCells(Mark mark) {
    Figure many =
        Figures.of(LinearScale.between(0, MANY), LinearScale.between(0, 10), List.of(mark));
    assertThat(Svg.of(ChartFiles.svg(many)))
        .hasSizeLessThan(4_000_000)
        .contains("of 100,000 points are drawn");
    assertThat(VegaDrawing.json(many)).hasSizeLessThan(4_000_000);
  }

  static List<Mark> others() {
    List<Double> places = IntStream.rangeClosed(0, MANY).mapToObj(i -> (double) i).toList();
    List<Double> heights = places.stream().limit(MANY).map(x -> x % 7).toList();
    return List.of(
        new Mark.Bars(
            "bars",
            Look.points(0),
            IntStream.range(0, MANY).mapToObj(i -> Dot.at(i, heights.get(i))).toList()),
        new Mark.Steps("steps", Look.line(0), places, heights),
        new Mark.Cells(
            "cells",
            0,
            IntStream.range(0, MANY)
                .mapToObj(i -> new Mark.Cell(i / 10, i % 10, i % 3 / 2.0, "" + i))
                .toList()));
  }

  @Test
  void barsOfOneStackStayTogether() {
    List<Dot> low = IntStream.range(0, MANY).mapToObj(i -> Dot.at(i, 1 + i % 3)).toList();
    List<Dot> high = IntStream.range(0, MANY).mapToObj(i -> Dot.at(i, 1 + i % 5)).toList();
    Figure stacked =
        Figures.of(
            LinearScale.between(0, MANY),
            LinearScale.between(0, 10),
            List.of(
                new Mark.Bars("low", Look.points(0), low, "stack"),
                new Mark.Bars("high", Look.points(1), high, "stack")));
    List<Mark.Bars> drawn = Thinning.of(stacked).marks(Mark.Bars.class);
    assertThat(drawn.getFirst().dots()).hasSize(Thinning.MOST);
    assertThat(drawn.getFirst().dots())
        .extracting(Dot::x)
        .containsExactlyElementsOf(drawn.getLast().dots().stream().map(Dot::x).toList());
  }

  @Test
  void widerBinsKeepTheHighestAndTheEnds() {
    List<Double> edges = IntStream.rangeClosed(0, MANY).mapToObj(i -> (double) i).toList();
    List<Double> counts =
        IntStream.range(0, MANY).mapToObj(i -> i == MANY / 3 ? 9.0 : i % 5).toList();
    Figure histogram =
        Figures.of(
            LinearScale.between(0, MANY),
            LinearScale.between(0, 10),
            List.of(new Mark.Steps("bins", Look.line(0), edges, counts)));
    Mark.Steps drawn = Thinning.of(histogram).marks(Mark.Steps.class).getFirst();
    assertThat(drawn.counts()).hasSize(Thinning.MOST).contains(9.0);
    assertThat(drawn.edges()).hasSize(Thinning.MOST + 1).startsWith(0.0).endsWith((double) MANY);
  }

  @Test
  void manySeriesShareTheRoom() {
    List<Dot> dots = IntStream.range(0, 2_000).mapToObj(i -> Dot.at(i, i % 7)).toList();
    List<Mark> marks =
        IntStream.range(0, 200)
            .<Mark>mapToObj(i -> new Mark.Series("s" + i, Look.line(i % 8), dots))
            .toList();
    Figure many = Figures.of(LinearScale.between(0, 2_000), LinearScale.between(0, 10), marks);
    assertThat(
            Thinning.of(many).marks(Mark.Series.class).stream()
                .mapToInt(s -> s.dots().size())
                .sum())
        .isLessThanOrEqualTo(50_000);
  }

  @Test
  void aSmallFigureIsLeftAlone() {
    Figure small = figure(1_000);
    assertThat(Thinning.of(small)).isSameAs(small);
  }
}
