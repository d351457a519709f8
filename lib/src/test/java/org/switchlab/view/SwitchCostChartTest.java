package org.switchlab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.switchlab.table.Estimate;

class SwitchCostChartTest {

  @Test
  void oneLineAStrideIsInTheLegendAndIntervalsAreNot() {
    XYChart chart = SwitchCostChart.of(Figures.steep());
    assertThat(legend(chart))
        .containsExactly(
            "no array: 1.00 µs",
            "stride 8 B",
            "stride 16 B",
            "stride 32 B",
            "stride 64 B",
            "stride 128 B",
            "stride 256 B",
            "published, no array: 0.62 µs",
            "published");
    assertThat(chart.getSeries("stride 8 B, intervals").isShowInLegend()).isFalse();
  }

  @Test
  void aPointWithoutAnEstimateIsAGapAndANegativeOneIsShown() {
    XYChart chart =
        SwitchCostChart.of(
            Figures.of(
                List.of(
                    Figures.point(1024, 8, new Estimate(1000, 900, 1100, 0.95)),
                    Figures.point(2048, 8, null),
                    Figures.point(4096, 8, new Estimate(-300, -400, 100, 0.95)))));
    double[] y = chart.getSeries("stride 8 B").getYData();
    assertThat(y[1]).isNaN();
    assertThat(y[2]).isEqualTo(-0.3);
    assertThat(chart.getStyler().getYAxisMin()).isLessThan(-0.4);
  }

  @Test
  void publishedNumbersOutsideTheSizesAreNotDrawn() {
    double[] x = SwitchCostChart.of(Figures.small()).getSeries("published").getXData();
    assertThat(x).containsOnly(SwitchCostChart.x(32 << 10));
  }

  @Test
  void linesAreToldApartByColourAndByMarker() {
    XYChart chart = SwitchCostChart.of(Figures.steep());
    List<XYSeries> lines =
        chart.getSeriesCollection().stream()
            .filter(s -> s.getName().matches("stride \\d+ B"))
            .toList();
    assertThat(lines.stream().map(XYSeries::getLineColor)).doesNotHaveDuplicates().hasSize(6);
    assertThat(lines.stream().map(XYSeries::getMarker)).doesNotHaveDuplicates();
  }

  @Test
  void warningsBeyondThreeAreCounted() {
    SwitchCostFigure few = Figures.small();
    SwitchCostFigure many = Figures.with(few, Figures.doubts());
    String svg = svg(SwitchCostChart.of(many));
    assertThat(svg)
        .contains("A hypervisor (KVM) stands below", "+ 1 more")
        .doesNotContain("CPU 1 shares");
    assertThat(svg(SwitchCostChart.of(few))).doesNotContain(" more<");
  }

  @Test
  void svgIsWellFormedNamesItsSourceAndIsTheSameEachTime() throws Exception {
    String svg = svg(SwitchCostChart.of(Figures.small()));
    assertThat(svg).contains("measured · AMD EPYC 7B13");
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    var document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(svg(SwitchCostChart.of(Figures.small()))).isEqualTo(svg);
    assertThat(Locales.under(Locale.GERMANY, () -> svg(SwitchCostChart.of(Figures.small()))))
        .isEqualTo(svg);
  }

  @Test
  void pngIsSharpWhiteGroundedAndCanBeMadeTwice() throws IOException {
    XYChart chart = SwitchCostChart.of(Figures.steep());
    byte[] first = ChartFiles.png(chart);
    assertThat(ChartFiles.png(chart)).isEqualTo(first);
    var image = ImageIO.read(new ByteArrayInputStream(first));
    assertThat(image.getWidth()).isEqualTo(2 * chart.getWidth());
    assertThat(image.getHeight()).isEqualTo(2 * chart.getHeight());
    assertThat(image.getRGB(1, 1)).isEqualTo(0xFFFFFFFF);
  }

  @Test
  void aFigureOfTheDirectCostAloneCanBeDrawn() {
    SwitchCostFigure direct =
        Figures.of(List.of(Figures.point(0, 0, new Estimate(1000, 990, 1010, 0.95))));
    assertThat(legend(SwitchCostChart.of(direct))).containsExactly("no array: 1.00 µs");
    assertThat(ChartFiles.png(SwitchCostChart.of(direct))).isNotEmpty();
    assertThat(SwitchCostText.render(direct, List.of(), TextStyle.PLAIN))
        .contains("1.00 µs [0.990");
  }

  @Test
  void withoutEstimatesThePictureSaysSo() {
    XYChart none = SwitchCostChart.of(Figures.of(List.of(Figures.point(1024, 8, null))));
    assertThat(svg(none)).contains("nothing measured");
    assertThat(svg(SwitchCostChart.of(Figures.of(List.of())))).contains("nothing measured");
    assertThat(svg(SwitchCostChart.of(Figures.small()))).doesNotContain("nothing measured");
  }

  private static List<String> legend(XYChart chart) {
    return chart.getSeriesCollection().stream()
        .filter(XYSeries::isShowInLegend)
        .map(XYSeries::getName)
        .toList();
  }

  private static String svg(XYChart chart) {
    return new String(ChartFiles.svg(chart), StandardCharsets.UTF_8);
  }
}
