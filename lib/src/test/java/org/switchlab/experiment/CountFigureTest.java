package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.switchlab.counter.CountObservations;
import org.switchlab.counter.CountedMachine;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.counter.Phase;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.counter.SpaceCounts;
import org.switchlab.draw.Locales;
import org.switchlab.draw.Svg;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.result.ResultData;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Source;
import org.switchlab.sample.Variant;
import org.switchlab.table.Rows;

/** The pictures of counts that have the traits real ones have: zeros, steep rises, spreads. */
class CountFigureTest {

  private static final CountedMachine BOX =
      new CountedMachine("model of a box", 32L << 10, 32L << 10, 256L << 10, 12L << 20, 256L << 10);
  private static final long[] SIZES_KIB = {1, 16, 32, 64, 256, 1024};
  private static final long MESSAGES = 100;

  private final List<PhaseCounts> counts = new ArrayList<>();

  private void count(
      Level level, long kib, long stride, Variant variant, CounterEvent event, double... aMessage) {
    var phase =
        new Phase(
            new Point(level.subject(), kib << 10, stride),
            variant,
            variant == Variant.PAIR ? MESSAGES / 2 : MESSAGES);
    for (int i = 0; i < aMessage.length; i++) {
      long many = Math.round(aMessage[i] * MESSAGES);
      counts.add(new PhaseCounts(phase, i, 0, Map.of(event, new SpaceCounts(many, 0L))));
    }
  }

  /** No misses while arrays fit, thousands beyond; one repetition unlike the others. */
  private Counts misses() {
    double[][] aMessage = {
      {0, 0, 12, 1024, 4096, 16384},
      {3.5, 280, 520, 1030, 4101, 16390},
      {0, 0, 14, 8192, 32768, 131072},
      {3.6, 281, 560, 8200, 32770, 131080}
    };
    for (int line = 0; line < aMessage.length; line++) {
      for (int i = 0; i < SIZES_KIB.length; i++) {
        double value = aMessage[line][i];
        count(
            Level.KERNEL,
            SIZES_KIB[i],
            line < 2 ? 8 : 64,
            line % 2 == 0 ? Variant.SINGLE : Variant.PAIR,
            CounterEvent.L1D_MISSES,
            value,
            value,
            i == 2 ? 1.2 * value : value);
      }
    }
    return result(CounterFigures.L1D_MISSES);
  }

  private Counts result(Experiment<Counts> experiment) {
    Plan plan = experiment.setup().seed(1).plan(Machine.published());
    List<Observation> seen = counts.stream().map(CountObservations::of).toList();
    List<Rows> tables = new ArrayList<>(experiment.spec().analysis().tables(plan, seen, Map.of()));
    tables.add(BOX.table("emulated"));
    return experiment.make(
        ResultData.begun(Source.EMULATED, "2026-01-02T03:04:05Z", Machine.published(), plan)
            .with(Source.EMULATED, seen, tables));
  }

  private static Mark.Series line(Figure figure, String name) {
    return figure.marks(Mark.Series.class).stream()
        .filter(series -> series.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void zerosHaveAPlaceAndLargeCountsTheirs() {
    Counts result = misses();
    Figure figure = result.figure();
    List<Dot> single = line(figure, "stride 64 B, single").dots();
    assertThat(single).extracting(Dot::y).isSorted();
    assertThat(single.getFirst().y()).isZero();
    assertThat(single.get(2).hasInterval()).isTrue();
    double[] drawn = result.chart().getSeries("stride 64 B, single").getYData();
    assertThat(drawn[0]).isZero();
    assertThat(drawn[5]).isEqualTo(figure.atY(131072));
  }

  @Test
  void stridesShareNoColourAndFlowsOfAStrideDo() {
    Figure figure = misses().figure();
    Look single = line(figure, "stride 8 B, single").look();
    Look switched = line(figure, "stride 8 B, switch").look();
    assertThat(single.tint()).isEqualTo(switched.tint());
    assertThat(single.stroke()).isEqualTo(Look.Stroke.DASHED);
    assertThat(single.shape()).isEqualTo(Look.Shape.HOLLOW);
    assertThat(switched.stroke()).isEqualTo(Look.Stroke.FULL);
    assertThat(line(figure, "stride 64 B, switch").look().tint()).isNotEqualTo(switched.tint());
  }

  @Test
  void noLineHidesAnother() {
    Figure figure = misses().figure();
    assertThat(line(figure, "stride 8 B, single").dots().getFirst().x())
        .isLessThan(line(figure, "stride 8 B, switch").dots().getFirst().x());
  }

  @Test
  void cachesAreTheCountedMachinesAndEqualOnesShareAMark() {
    Counts result = misses();
    assertThat(result.figure().marks(Mark.Rule.class))
        .extracting(Mark.Rule::name)
        .containsExactly("L1d 32 KiB", "dTLB, L2 256 KiB", "L3 12 MiB");
    assertThat(svg(result))
        .contains("L1d 32 KiB", "dTLB, L2 256 KiB", "emulated · model of a box")
        .contains("3 repetitions · user and kernel together")
        .doesNotContain("L3 12 MiB");
  }

  @Test
  void nothingCountedIsSaid() {
    Counts empty = result(CounterFigures.L1D_MISSES);
    assertThat(empty.figure().isEmpty()).isTrue();
    assertThat(svg(empty)).contains(Figure.NOTHING);
    assertThat(empty.toString()).contains("L1d misses");
    assertThat(svg(result(CounterFigures.INSTRUCTIONS))).contains(Figure.NOTHING);
  }

  /** The kernel level varies a little; the user level not at all. */
  private Counts spread() {
    CounterEvent event = CounterEvent.INSTRUCTIONS;
    count(Level.KERNEL, 1, 8, Variant.PAIR, event, 6500, 6500, 6513, 6498, 6500);
    count(Level.KERNEL, 64, 8, Variant.PAIR, event, 9000, 9000, 9000, 9001, 9002);
    count(Level.USER, 1, 8, Variant.PAIR, event, 2360, 2360, 2360, 2360, 2360);
    count(Level.USER, 64, 8, Variant.PAIR, event, 7000, 7000, 7000, 7000, 7000);
    return result(CounterFigures.INSTRUCTIONS);
  }

  @Test
  void everyRepetitionIsAMarkInsideThePlot() {
    Counts result = spread();
    List<Mark.Series> levels = result.figure().marks(Mark.Series.class);
    assertThat(levels)
        .extracting(Mark.Series::name)
        .containsExactly(
            "kernel level: 6500 a message at 1 KiB", "user level: 2360 a message at 1 KiB");
    assertThat(levels.getFirst().dots()).hasSize(10);
    assertThat(levels.getFirst().dots().get(2).y())
        .isCloseTo(2000, org.assertj.core.api.Assertions.within(1e-6));
    XYChart chart = result.chart();
    for (XYSeries series : chart.getSeriesCollection()) {
      for (double x : series.getXData()) {
        assertThat(x).isBetween(chart.getStyler().getXAxisMin(), chart.getStyler().getXAxisMax());
      }
    }
  }

  @Test
  void theSpreadIsToldToATenthOfAnInstruction() {
    assertThat(spread().toString())
        .contains("Instructions a message: median, least and most")
        .contains("6500.0", "6498.0", "6513.0", "0.0938 %", "2360.0");
  }

  @Test
  void picturesAreTheSameEachTimeUnderEveryLocale() {
    Counts result = misses();
    String svg = svg(result);
    assertThat(Locales.under(Locale.GERMANY, () -> svg(result))).isEqualTo(svg);
  }

  private static String svg(Counts result) {
    return Svg.of(result.chartSvg());
  }
}
