package org.switchlab.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LinearScale;
import org.switchlab.figure.LogScale;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.Scale;
import org.switchlab.figure.SizeScale;
import org.switchlab.figure.SymlogScale;
import org.switchlab.table.Unit;

class XChartDrawingTest {

  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  static Stream<Figure> figures() {
    return Stream.concat(Figures.all(), SampleFigures.all().stream());
  }

  @ParameterizedTest
  @MethodSource("figures")
  void everyFigureIsAPictureWithoutAPlaceThatIsNoNumberInBothThemes(Figure figure)
      throws Exception {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      XYChart chart = XChartDrawing.of(figure, theme);
      String svg = svg(chart);
      assertThat(svg)
          .doesNotContain("NaN", "Infinity", "∞")
          .contains(figure.heading().title(), figure.heading().provenance());
      assertThat(svg.contains(Figure.NOTHING)).isEqualTo(figure.isEmpty() || hasGapNote(figure));
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
      var image = ImageIO.read(new ByteArrayInputStream(ChartFiles.png(chart)));
      assertThat(image.getRGB(1, 1)).isEqualTo(theme.ground().getRGB());
      assertThat(svg(chart)).as("drawn a second time").isEqualTo(svg);
    }
  }

  private static boolean hasGapNote(Figure figure) {
    return figure.y().scale() instanceof RowScale rows
        && rows.notes().stream().anyMatch(note -> note.contains(Figure.NOTHING));
  }

  @Test
  void everyMarkOnEveryScaleIsDrawnWithoutAPlaceThatIsNoNumber() {
    for (Scale x : scales(false)) {
      for (Scale y : scales(true)) {
        assertThat(svg(XChartDrawing.of(Figures.of(x, y, awkward()))))
            .as("%s, %s", x, y)
            .doesNotContain("NaN", "Infinity", "∞");
      }
    }
  }

  private static List<Scale> scales(boolean upright) {
    return List.of(
        LinearScale.between(-1, 4),
        SizeScale.of(List.of(1L, 4096L)),
        new LogScale(0, 4, Unit.NS),
        SymlogScale.of(new double[] {1, 2, 3}, new double[] {-100, 1000}, 1),
        new RowScale(List.of("a", "b", "c"), upright ? List.of("x", "", "z") : List.of(), upright));
  }

  /** Marks with gaps, zeros, and intervals without end. */
  private static List<Mark> awkward() {
    List<Dot> dots =
        List.of(
            new Dot(1, 1, -INF, INF, ""),
            new Dot(NAN, 1, 0, 2, ""),
            new Dot(1, NAN, 0, 2, ""),
            new Dot(2, 2, NAN, NAN, ""),
            new Dot(0, 0, -1, 1, ""),
            new Dot(INF, -INF, -1, 1, ""));
    Look look = Look.line(0);
    return List.of(
        new Mark.Strip(look, true, -INF, 2),
        new Mark.Strip(look, false, 1, INF),
        new Mark.Series("a", look, dots),
        new Mark.Series("b", look.with(Look.Shape.THICK), dots, true),
        new Mark.Bars("c", look, dots),
        new Mark.Steps("d", look, List.of(0.0, 1.0, 2.0), List.of(0.0, 3.0)),
        new Mark.Rug("e", List.of(1.0, NAN, INF)),
        new Mark.Spans("f", look, List.of(new Mark.Span(1, -INF, INF), new Mark.Span(NAN, 0, 1))),
        new Mark.Cells("g", 0, List.of(new Mark.Cell(0, 0, 0.5, "1"))),
        new Mark.Rule("h", Figures.PUBLISHED, true, INF, true),
        new Mark.Rule("i", Figures.PUBLISHED, true, NAN, true),
        new Mark.Rule("j", Figures.LEVEL, false, -INF, true),
        new Mark.Level("l", look, -INF, NAN, 1),
        new Mark.Level("m", look, 1, INF, INF),
        new Mark.Label("k", INF, NAN, true));
  }

  @Test
  void aLineANameIsInTheLegendAndIntervalsAreNot() {
    XYChart chart = XChartDrawing.of(Figures.costs());
    assertThat(legend(chart))
        .containsExactly(
            "thread, stride 64 B",
            "no array: 1.00 µs",
            "stride 8 B",
            "stride 16 B",
            "stride 32 B",
            "stride 64 B",
            "stride 128 B",
            "stride 256 B",
            "published, no array: 0.62 µs",
            "published");
    assertThat(legend(XChartDrawing.of(RowFigures.protocols())))
        .containsExactly("right", "wrong", "one application");
    assertThat(legend(XChartDrawing.of(RowFigures.distribution())))
        .containsExactly(
            "quiet: 200 couples",
            "disturbed: 60 couples",
            "estimate: 2.70 µs [2.68, 2.72]",
            "medians of 3 processes");
  }

  @Test
  void twoMarksOfOneNameAreBothDrawnAndNamed() {
    Mark.Series series = new Mark.Series("same", Look.line(0), List.of(Dot.at(1, 1)));
    Mark.Rule rule = new Mark.Rule("same", Figures.LEVEL, false, 1, true);
    Figure figure =
        Figures.of(
            LinearScale.between(0, 2), LinearScale.between(0, 2), List.of(series, rule, series));
    assertThat(legend(XChartDrawing.of(figure))).containsExactly("same", "same", "same");
  }

  @Test
  void pointsStandWhereTheFigureSaysAndAGapIsNone() {
    Figure figure = Figures.costs();
    XYChart chart = XChartDrawing.of(figure);
    XYSeries star = chart.getSeries("published");
    assertThat(star.getXData()[2]).isEqualTo(figure.atX(1 << 20));
    assertThat(star.getYData()[2]).isEqualTo(figure.atY(4));
    XYSeries gap = chart.getSeries("stride 32 B");
    assertThat(gap.getYData()[6]).isNaN();
    assertThat(gap.getYData()[5]).isFinite();
    assertThat(gap.getXData()[5]).isCloseTo(figure.atX(32 << 10), within(0.2));
    assertThat(chart.getStyler().getYAxisMin()).isLessThan(figure.atY(-20));
    assertThat(chart.getStyler().getYAxisMax()).isGreaterThan(figure.atY(110));
  }

  @Test
  void onlySeriesWithIntervalsStandBesideEachOther() {
    XYChart chart = XChartDrawing.of(Figures.costs());
    double first = chart.getSeries("stride 8 B").getXData()[0];
    double last = chart.getSeries("stride 256 B").getXData()[0];
    double companion = chart.getSeries("thread, stride 64 B").getXData()[0];
    assertThat(first).isLessThan(companion);
    assertThat(companion).isLessThan(last).isZero();
  }

  @Test
  void linesAreToldApartByColourAndBySign() {
    List<XYSeries> lines =
        XChartDrawing.of(Figures.costs()).getSeriesCollection().stream()
            .filter(series -> series.getName().matches("stride \\d+ B"))
            .toList();
    assertThat(lines.stream().map(XYSeries::getLineColor)).doesNotHaveDuplicates().hasSize(6);
    assertThat(lines.stream().map(XYSeries::getMarker)).doesNotHaveDuplicates();
  }

  @Test
  void aSymlogAxisExplainsItselfUnlessItIsLinear() {
    assertThat(svg(XChartDrawing.of(Figures.costs())))
        .contains("linear between the dashed horizontals; beyond them each grid step is × 4");
    assertThat(svg(XChartDrawing.of(Figures.counts())))
        .contains("linear up to the dashed horizontal; beyond it each grid step is × 4");
    assertThat(svg(XChartDrawing.of(RowFigures.protocols())))
        .contains("The horizontal axis is linear up to the dashed upright");
    SymlogScale linear = SymlogScale.of(new double[] {1, 2}, new double[] {1, 2}, 1);
    Figure figure = Figures.of(linear, linear, List.of());
    assertThat(svg(XChartDrawing.of(figure))).doesNotContain("linear");
  }

  @Test
  void namesOfRowsCachesAndGridsAreWords() {
    assertThat(svg(XChartDrawing.of(Figures.costs())))
        .contains("L1d 32 KiB", "L1i 32 KiB", "L2 1 MiB", "8 B: 1.6")
        .doesNotContain("L3 64 MiB");
    assertThat(svg(XChartDrawing.of(RowFigures.ladder())))
        .contains("fcontext", "adds one more step of the kernel", ">100 ns<");
    assertThat(svg(XChartDrawing.of(Figures.whatIf()))).contains("TLB flushed at each switch");
    assertThat(svg(XChartDrawing.of(RowFigures.accessPattern())))
        .contains("stride 8 B", "stride 64 B", ">127<", ">15<");
  }

  @Test
  void aPublishedNumberFarOffIsAnArrowAtTheNearerEdge() {
    XYChart far = XChartDrawing.of(RowFigures.distribution());
    assertThat(svg(far)).contains("← published: 0.62 µs");
    assertThat(far.getSeries("published: 0.62 µs")).isNull();
    Scale x = new LogScale(0, 2, Unit.NS);
    Mark.Rule above = new Mark.Rule("published: 5 µs", Figures.PUBLISHED, true, 5000, true);
    Mark.Rule cache = new Mark.Rule("far cache", Figures.CACHE, true, 5000, false);
    Figure figure = Figures.of(x, LinearScale.fromZero(1), List.of(above, cache));
    assertThat(svg(XChartDrawing.of(figure)))
        .contains("published: 5 µs →")
        .doesNotContain("far cache");
  }

  @Test
  void barsOfOnePlaceStandBesideEachOtherAndBeginAtZero() {
    XYChart chart = XChartDrawing.of(Figures.whatIf());
    double[] first = chart.getSeries("dTLB misses").getXData();
    double[] next = chart.getSeries("cost of a switch (ns)").getXData();
    assertThat(first[1]).isLessThan(next[0]);
    double[] y = chart.getSeries("dTLB misses").getYData();
    assertThat(y[0]).isZero();
    assertThat(y).contains(Figures.whatIf().atY(-14.4));
  }

  @Test
  void barsOfOneStackStandOnOneAnotherAndThoseBelowZeroHang() {
    XYChart chart = XChartDrawing.of(SampleFigures.parts());
    double[] upper = chart.getSeries("kernel: own array fetched again").getYData();
    double[] lower = chart.getSeries("kernel: message and switch").getYData();
    assertThat(lower).contains(0, 1.3, 1.31, 1.29);
    assertThat(upper).contains(0, -0.06).contains(new double[] {1.31 + 0.28}, within(1e-9));
    double[] besideX = chart.getSeries("user: own array fetched again").getXData();
    double[] x = chart.getSeries("kernel: own array fetched again").getXData();
    assertThat(x).isEqualTo(chart.getSeries("kernel: message and switch").getXData());
    assertThat(besideX[1]).isLessThan(x[0]);
    double[] whiskers = chart.getSeries("kernel: own array fetched again, intervals").getYData();
    assertThat(Arrays.stream(whiskers).filter(Double::isFinite).max().orElseThrow())
        .as("cut off at the frame")
        .isEqualTo(chart.getStyler().getYAxisMax());
  }

  @Test
  void aHistogramIsAsHighAsItsCounts() {
    double[] y =
        XChartDrawing.of(RowFigures.distribution()).getSeries("quiet: 200 couples").getYData();
    Mark.Steps steps = RowFigures.distribution().marks(Mark.Steps.class).getFirst();
    double[] tops = Arrays.stream(y).filter(count -> count > 0).toArray();
    double[] counts = steps.counts().stream().mapToDouble(c -> c).filter(c -> c > 0).toArray();
    for (int bin = 0; bin < counts.length; bin++) {
      assertThat(tops[2 * bin]).isEqualTo(counts[bin]);
      assertThat(tops[2 * bin + 1]).isEqualTo(counts[bin]);
    }
    assertThat(tops).hasSize(2 * counts.length);
  }

  @Test
  void warningsBeyondThreeAreCounted() {
    assertThat(svg(XChartDrawing.of(Figures.costs())))
        .contains("neighbour 2", "+ 1 more")
        .doesNotContain("neighbour 3");
  }

  @Test
  void everyColourStandsOutFromTheGroundOfItsTheme() {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      assertThat(theme.palette()).allMatch(color -> Contrast.of(color, theme.ground()) > 2);
      assertThat(List.of(theme.text(), theme.note(), theme.warning()))
          .allMatch(color -> Contrast.of(color, theme.ground()) > 4.5);
    }
  }

  private static List<String> legend(XYChart chart) {
    return chart.getSeriesCollection().stream()
        .filter(XYSeries::isShowInLegend)
        .map(XYSeries::getLabel)
        .toList();
  }

  private static String svg(XYChart chart) {
    return Svg.of(chart);
  }
}
