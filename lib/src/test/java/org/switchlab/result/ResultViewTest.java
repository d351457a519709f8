package org.switchlab.result;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.plan.Plan;
import org.switchlab.sample.Samples;
import org.switchlab.view.SwitchCostChart;
import org.switchlab.view.TextStyle;

class ResultViewTest {

  @Test
  void aPlanWithArraysIsDrawnOverTheirSizes() {
    SwitchCostResult result = SampleResults.small();
    assertThat(result.chart().getXAxisTitle()).startsWith("array size");
    double costNs = requireNonNull(result.estimates().getFirst().switchCostNs()).value();
    assertThat(SwitchCostChart.y(result.figure(), costNs)).isEqualTo(costNs / 1e3);
  }

  @Test
  void theDirectCostAloneIsDrawnAsItsDistribution() {
    SwitchCostResult direct = direct(SampleResults.small().samples());
    assertThat(direct.chart().getXAxisTitle()).isEqualTo("cost of one switch (µs)");
    assertThat(direct.chart().getSeries("quiet: 10 couples")).isNotNull();
    assertThat(direct.toHtml()).contains("published: 0.62 µs");
    assertThat(direct.toText(TextStyle.PLAIN)).contains("quiet: 10 couples", "▶ estimate");
  }

  @Test
  void aResultWithoutSamplesShowsThatNothingWasMeasured() {
    SwitchCostResult nothing = direct(new Samples(List.of()));
    assertThat(new String(nothing.chartSvg(), StandardCharsets.UTF_8)).contains("nothing measured");
    assertThat(nothing.chartPng()).isNotEmpty();
    assertThat(nothing.toText(TextStyle.PLAIN)).contains("nothing measured");
  }

  /** The sample result cut down to its direct point. */
  private static SwitchCostResult direct(Samples samples) {
    SwitchCostResult both = SampleResults.small();
    Plan plan = both.plan();
    List<PointEstimate> estimates =
        samples.processes().isEmpty() ? List.of() : List.of(both.estimates().getFirst());
    var onePoint =
        new Plan(
            plan.experiment(),
            plan.title(),
            plan.figure(),
            plan.points().subList(0, 1),
            plan.protocol(),
            plan.cpu(),
            plan.seed());
    Frame frame = both.frame();
    return new SwitchCostResult(
        new Frame(
            frame.source(),
            frame.measuredAt(),
            frame.machine(),
            onePoint,
            frame.verdicts(),
            frame.warnings()),
        samples,
        estimates);
  }
}
