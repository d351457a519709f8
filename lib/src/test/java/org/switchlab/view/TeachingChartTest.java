package org.switchlab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.switchlab.defect.Comparison;
import org.switchlab.defect.SampleComparisons;
import org.switchlab.estimate.SamplePatterns;
import org.switchlab.estimate.SampleTraces;
import org.switchlab.estimate.Timeline;

class TeachingChartTest {

  private static final Heading HEADING = new Heading("A title", "measured · a machine", List.of());

  private static String svg(XYChart chart) {
    return new String(ChartFiles.svg(chart), StandardCharsets.UTF_8);
  }

  @Test
  void aTimelineHasARowAProcessAndAColourAnActivity() {
    XYChart chart = TimelineChart.of(Timeline.of(SampleTraces.waiting(5)), HEADING);
    assertThat(chart.getSeriesCollection())
        .extracting(series -> series.getName())
        .containsExactly("walk", "system call", "switch", "switched out");
    assertThat(svg(chart)).contains("single", "pair: parent", "pair: peer");
  }

  @Test
  void anAccessPatternHasAGridAStrideAndTheErratum() {
    XYChart chart =
        AccessPatternChart.of(
            List.of(SamplePatterns.of(1024, 8), SamplePatterns.of(1024, 256)), HEADING);
    assertThat(svg(chart)).contains("stride 8 B", "stride 256 B", "Algorithm 1", ">127<");
  }

  @Test
  void aLargeArrayIsCutOffAndSaysSo() {
    XYChart chart = AccessPatternChart.of(List.of(SamplePatterns.of(1 << 16, 64)), HEADING);
    assertThat(svg(chart)).contains("Only the first 32 lines are drawn");
  }

  @Test
  void everyWrongMethodHasARowAnsweredOrNot() {
    List<Comparison> comparisons = SampleComparisons.all();
    String svg = svg(ProtocolsChart.of(comparisons, HEADING));
    assertThat(comparisons)
        .isNotEmpty()
        .allSatisfy(comparison -> assertThat(svg).contains(comparison.name()));
  }

  @Test
  void withoutAnyNumberTheChartSaysSo() {
    assertThat(svg(ProtocolsChart.of(List.of(SampleComparisons.unanswered()), HEADING)))
        .contains("nothing measured");
  }
}
