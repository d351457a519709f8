package org.switchlab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;

class CounterChartTest {

  @Test
  void zerosHaveAPlaceAndLargeCountsTheirs() {
    CounterFigure figure = CountFigures.misses();
    XYChart chart = CounterChart.of(figure);
    double[] y = chart.getSeries("stride 64 B, single").getYData();
    assertThat(y).isSorted();
    assertThat(y[0]).isZero();
    assertThat(CounterChart.y(figure, 131072)).isEqualTo(y[5]);
    assertThat(svg(chart)).contains("linear between the dashed horizontals");
  }

  @Test
  void stridesShareNoColourAndFlowsOfAStrideDo() {
    XYChart chart = CounterChart.of(CountFigures.misses());
    XYSeries single = chart.getSeries("stride 8 B, single");
    XYSeries switched = chart.getSeries("stride 8 B, switch");
    assertThat(single.getLineColor()).isEqualTo(switched.getLineColor());
    assertThat(single.getLineStyle()).isNotEqualTo(switched.getLineStyle());
    assertThat(chart.getSeries("stride 64 B, switch").getLineColor())
        .isNotEqualTo(switched.getLineColor());
    assertThat(chart.getSeries("stride 8 B, switch, intervals").isShowInLegend()).isFalse();
  }

  @Test
  void cachesAreTheCountedMachinesAndEqualOnesShareAMark() {
    assertThat(CountFigures.misses().caches())
        .containsExactly(
            new CacheMark("L1d", 32 << 10),
            new CacheMark("dTLB, L2", 256 << 10),
            new CacheMark("L3", 12 << 20));
    assertThat(svg(CounterChart.of(CountFigures.misses())))
        .contains("L1d 32 KiB", "dTLB, L2 256 KiB", "emulated · model of a box")
        .doesNotContain("L3 12 MiB");
  }

  @Test
  void nothingCountedIsSaid() {
    CounterFigure empty = CountFigures.figure(CountFigures.line("stride 8 B", "single", 0));
    assertThat(svg(CounterChart.of(empty))).contains("nothing measured");
    assertThat(CounterText.render(empty, List.of(), TextStyle.PLAIN)).contains("L1d misses");
  }

  @Test
  void everyRepetitionIsAMarkInsideThePlot() {
    XYChart chart = SpreadChart.of(CountFigures.spread());
    XYSeries kernel =
        chart.getSeriesCollection().stream()
            .filter(series -> series.getName().startsWith("kernel level: 6500 a message"))
            .findFirst()
            .orElseThrow();
    assertThat(kernel.getXData()).hasSize(10);
    for (XYSeries series : chart.getSeriesCollection()) {
      for (double x : series.getXData()) {
        assertThat(x).isBetween(chart.getStyler().getXAxisMin(), chart.getStyler().getXAxisMax());
      }
    }
    assertThat(svg(SpreadChart.of(new SpreadFigure(CountFigures.heading(List.of()), List.of()))))
        .contains("nothing measured");
  }

  @Test
  void eachAlternativeHasItsNameAndABarUpOrDown() {
    XYChart chart = WhatIfChart.of(CountFigures.whatIf());
    double[] y = chart.getSeries("dTLB misses").getYData();
    assertThat(y[4]).as("2 MiB pages").isNegative();
    assertThat(y[7]).as("flushed").isPositive();
    assertThat(chart.getSeries("L3 misses").getYData()[7]).as("not modelled").isNaN();
    assertThat(svg(chart)).contains("TLBs × 2", "2 MiB pages", "TLB flushed");
  }

  @Test
  void picturesAreTheSameEachTimeUnderEveryLocale() {
    String svg = svg(CounterChart.of(CountFigures.misses()));
    assertThat(Locales.under(Locale.GERMANY, () -> svg(CounterChart.of(CountFigures.misses()))))
        .isEqualTo(svg);
  }

  private static String svg(Chart<?, ?> chart) {
    return new String(ChartFiles.svg(chart), StandardCharsets.UTF_8);
  }
}
