package org.switchlab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.plan.Rung;
import org.switchlab.plan.Rungs;
import org.switchlab.plan.Scope;

class LadderViewTest {

  private static final List<Verdict> VERDICTS =
      List.of(new Verdict("CS-2", Outcome.REFUTED, "1.18 µs", "0.45 µs", "Fewer instructions."));

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 100, 160})
  void noLineIsWiderThanTheTerminal(int columns) {
    String text =
        LadderText.render(Ladders.climbing(), VERDICTS, new TextStyle(columns, false, false));
    assertThat(text.lines()).allMatch(line -> line.length() <= columns);
    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
  }

  @Test
  void theTextHasEveryRungWithWhatItAdds() {
    String text = LadderText.render(Ladders.climbing(), List.of(), new TextStyle(160, true, false));
    assertThat(Rungs.ALL)
        .allSatisfy(rung -> assertThat(text).contains(rung.name()).contains(rung.adds()));
    assertThat(text).contains("meltdown: Not affected");
  }

  @Test
  void aLongerBarIsALargerCost() {
    String text = LadderText.render(Ladders.climbing(), List.of(), new TextStyle(160, true, false));
    List<Long> bars =
        text.lines()
            .filter(line -> line.contains("█"))
            .map(line -> line.chars().filter(c -> c == '█').count())
            .toList();
    assertThat(bars).hasSizeGreaterThan(15).isSorted();
  }

  @Test
  void everyEstimateStandsOnItsRowWithinTheAxes() {
    XYChart chart = LadderChart.of(Ladders.climbing());
    for (Scope scope : Scope.values()) {
      XYSeries points = series(chart, scope.word());
      int[] rows =
          IntStream.range(0, Rungs.ALL.size())
              .filter(i -> measured(Rungs.ALL.get(i)) && Rungs.ALL.get(i).scope() == scope)
              .toArray();
      assertThat(points.getYData())
          .containsExactly(
              Arrays.stream(rows).mapToDouble(i -> Rungs.ALL.size() - 1 - i).toArray());
      assertThat(Arrays.stream(points.getXData()))
          .allMatch(
              x -> x >= chart.getStyler().getXAxisMin() && x <= chart.getStyler().getXAxisMax());
    }
  }

  private static XYSeries series(XYChart chart, String name) {
    return chart.getSeriesCollection().stream()
        .filter(series -> series.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static boolean measured(Rung rung) {
    return !rung.name().equals("eventfd-process");
  }

  @Test
  void theChartIsDrawnEvenOfNothing() {
    assertThat(ChartFiles.png(LadderChart.of(Ladders.climbing()))).isNotEmpty();
    assertThat(ChartFiles.png(LadderChart.of(Ladders.empty()))).isNotEmpty();
    assertThat(
            new String(ChartFiles.svg(LadderChart.of(Ladders.climbing())), StandardCharsets.UTF_8))
        .contains("gthread-register", "1 ns", "1 µs", "The same between processes");
  }

  @Test
  void whatReachesBelowTheAxisStandsOnItsEnd() {
    LogScale scale = LogScale.of(Ladders.climbing());
    assertThat(scale.toAxis(-5)).isEqualTo(scale.lowDecade());
    assertThat(scale.toAxis(0)).isEqualTo(scale.lowDecade());
    assertThat(scale.share(1e12)).isEqualTo(1);
    assertThat(scale.toAxis(100)).isEqualTo(2);
    assertThat(LogScale.label(-1)).isEqualTo("0.1 ns");
    assertThat(LogScale.label(2)).isEqualTo("100 ns");
    assertThat(LogScale.label(3)).isEqualTo("1 µs");
    assertThat(LogScale.label(5)).isEqualTo("100 µs");
  }
}
