package org.switchlab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.switchlab.table.Estimate;

class DirectCostChartTest {

  @Test
  void twoHumpsAreTwoSeriesInTheSameBins() {
    XYChart chart = DirectCostChart.of(Distributions.twoStates());
    assertThat(legend(chart))
        .containsExactly(
            "quiet: 202 couples",
            "disturbed: 60 couples",
            "estimate: 2.60 µs [2.58, 2.62]",
            "medians of 3 processes");
    XYSeries quiet = chart.getSeries("quiet: 202 couples");
    XYSeries disturbed = chart.getSeries("disturbed: 60 couples");
    assertThat(quiet.getXData()).isEqualTo(disturbed.getXData());
    assertThat(highest(quiet)).isCloseTo(2.6, org.assertj.core.api.Assertions.within(0.1));
    assertThat(highest(disturbed)).isCloseTo(3.3, org.assertj.core.api.Assertions.within(0.1));
  }

  @Test
  void binsAndThoseNotShownAreAllCouples() {
    CostDistribution quiet = Distributions.quiet();
    XYSeries series = DirectCostChart.of(quiet).getSeries("quiet: 200 couples");
    CostBins bins = CostBins.of(quiet, 60);
    long outside = quiet.quietNs().stream().filter(ns -> !bins.holds(ns)).count();
    assertThat(Arrays.stream(series.getYData()).sum() + outside).isEqualTo(200);
  }

  @Test
  void noDisturbedCoupleMeansNoSuchSeries() {
    assertThat(legend(DirectCostChart.of(Distributions.quiet())))
        .noneMatch(name -> name.startsWith("disturbed"));
  }

  @Test
  void aFarPublishedNumberIsAnArrowAndANearOneALine() {
    XYChart far = DirectCostChart.of(Distributions.quiet());
    assertThat(svg(far)).contains("← published: 0.62 µs");
    assertThat(far.getStyler().getXAxisMin()).isGreaterThan(2);
    List<Double> near = List.of(610.0, 615.0, 620.0, 622.0, 630.0);
    XYChart line =
        DirectCostChart.of(Distributions.of(new Estimate(620, 610, 630, 0.95), near, List.of()));
    assertThat(line.getSeries("published: 0.62 µs").getXData()).containsOnly(0.62);
    List<Double> below = List.of(110.0, 115.0, 120.0, 122.0, 130.0);
    XYChart above =
        DirectCostChart.of(Distributions.of(new Estimate(120, 110, 130, 0.95), below, List.of()));
    assertThat(svg(above)).contains("published: 0.62 µs →");
  }

  @Test
  void withoutSamplesThePictureSaysSo() {
    XYChart chart = DirectCostChart.of(Distributions.empty());
    assertThat(svg(chart)).contains("nothing measured");
    assertThat(ChartFiles.png(chart)).isNotEmpty();
    assertThat(SwitchCostHtml.render(Distributions.empty(), List.of()))
        .contains("nothing measured", "1 point<");
    assertThat(SwitchCostText.render(Distributions.empty(), List.of(), TextStyle.PLAIN))
        .contains("Distribution: nothing measured.");
  }

  @Test
  void warningsAndWhatIsNotShownStandAbove() {
    assertThat(svg(DirectCostChart.of(Distributions.twoStates())))
        .contains("! A hypervisor (KVM) stands below", "not shown: ");
  }

  @Test
  void theLocaleChangesNothing() {
    String here = svg(DirectCostChart.of(Distributions.twoStates()));
    String germany =
        Locales.under(Locale.GERMANY, () -> svg(DirectCostChart.of(Distributions.twoStates())));
    assertThat(germany).isEqualTo(here);
  }

  private static double highest(XYSeries series) {
    int best = 0;
    for (int i = 0; i < series.getYData().length; i++) {
      best = series.getYData()[i] > series.getYData()[best] ? i : best;
    }
    return series.getXData()[best];
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
