package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.switchlab.draw.Svg;
import org.switchlab.draw.TextStyle;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.SymlogScale;
import org.switchlab.plan.Setting;
import org.switchlab.table.Estimate;

/** The picture of costs over array size, and its axis. */
class CostFigureTest {

  private static final List<Long> STRIDES = List.of(8L, 16L, 32L, 64L, 128L, 256L);

  private static final SwitchCosts STEEP =
      result(1.02, 1.03, 1.05, 1.10, 1.20, 1.50, 1.12, 1.30, 1.9, 4.2, 30, 55);
  private static final SwitchCosts SMALL = result(1.02, 1.03, 1.05, 1.10, 1.20, 1.50, 1.12, 1.30);
  private static final SymlogScale AXIS = (SymlogScale) STEEP.figure().y().scale();

  /** Six strides with a gap; the last size of many is wild. */
  private static SwitchCosts result(double... us) {
    List<CostEstimate> estimates = new ArrayList<>();
    estimates.add(at(0, 0, new Estimate(1000, 985, 1020, 0.95)));
    for (int s = 0; s < STRIDES.size(); s++) {
      for (int i = 0; i < us.length; i++) {
        double value = us[i] * 1000 * (1 + 0.03 * s * (i > 3 ? 1 : 0.3));
        double half = value * (i < 8 ? 0.02 + 0.004 * s : 0.3 + 0.1 * s);
        Estimate cost =
            i == 11
                ? new Estimate(value - 12_000 * s, -20_000 + 900 * s, 120_000 - 9_000 * s, 0.95)
                : new Estimate(value, value - half, value + 1.4 * half, 0.95);
        estimates.add(at(1024L << i, STRIDES.get(s), s == 2 && i == 6 ? null : cost));
      }
    }
    return of(estimates);
  }

  private static SwitchCosts of(List<CostEstimate> estimates) {
    return Scripted.of(KernelSwitchCost.EXPERIMENT.setup().seed(1), estimates);
  }

  private static CostEstimate at(long arrayBytes, long strideBytes, Estimate cost) {
    return Scripted.estimate(
        Setting.of("arrayBytes", arrayBytes, "strideBytes", strideBytes), cost);
  }

  private static List<String> legend(SwitchCosts result) {
    Figure figure = result.figure();
    List<String> names = new ArrayList<>();
    for (Mark mark : figure.marks()) {
      if (mark instanceof Mark.Series series) {
        names.add(series.name());
      } else if (mark instanceof Mark.Rule rule && rule.inLegend()) {
        names.add(rule.name());
      }
    }
    return names;
  }

  private static Mark.Series line(SwitchCosts result, String name) {
    return result.figure().marks(Mark.Series.class).stream()
        .filter(series -> series.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void oneLineAStrideIsInTheLegendWithThePublishedNumbers() {
    assertThat(legend(STEEP))
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
  }

  @Test
  void aSettingWithoutAnEstimateIsAGapAndANegativeOneIsShown() {
    SwitchCosts some =
        of(
            List.of(
                at(1024, 8, new Estimate(1000, 900, 1100, 0.95)),
                at(2048, 8, null),
                at(4096, 8, new Estimate(-300, -400, 100, 0.95))));
    List<Dot> dots = line(some, "stride 8 B").dots();
    assertThat(dots.get(1).y()).isNaN();
    assertThat(dots.get(2).y()).isEqualTo(-0.3);
    assertThat(some.figure().y().scale().axisMin()).isLessThanOrEqualTo(-0.4);
  }

  @Test
  void publishedNumbersOutsideTheSizesAreNotDrawn() {
    assertThat(line(SMALL, "published").dots())
        .allSatisfy(dot -> assertThat(dot.x()).isEqualTo(32 << 10));
  }

  @Test
  void aPublishedLevelOfARangeOfSizesIsALineAndNoPoint() {
    Mark.Level level = STEEP.figure().marks(Mark.Level.class).getFirst();
    assertThat(STEEP.figure().marks(Mark.Level.class)).hasSize(1);
    assertThat(level.name()).isEqualTo("published, 32–256 B: 1.5 µs");
    assertThat(level.from()).isEqualTo(256 << 10);
    assertThat(level.at()).isEqualTo(1.5);
    assertThat(line(STEEP, "published").dots())
        .noneSatisfy(dot -> assertThat(dot.x()).isGreaterThan(256 << 10));
    assertThat(SMALL.figure().marks(Mark.Level.class)).as("no size of its range").isEmpty();
    assertThat(STEEP.toText(new TextStyle(120, true, false)))
        .contains("═", "═ published, 32–256 B");
    assertThat(STEEP.chart().getSeries("published, 32–256 B: 1.5 µs").getYData())
        .containsOnly(STEEP.figure().atY(1.5));
    assertThat(STEEP.vegaLite()).contains("published, 32–256 B");
  }

  @Test
  void linesAreToldApart() {
    Set<Look> looks =
        STEEP.figure().marks(Mark.Series.class).stream()
            .filter(series -> series.name().startsWith("stride"))
            .map(Mark.Series::look)
            .collect(Collectors.toSet());
    assertThat(looks).hasSize(6);
  }

  @Test
  void aFigureOfTheDirectCostAloneCanBeDrawn() {
    SwitchCosts direct = of(List.of(at(0, 0, new Estimate(1000, 990, 1010, 0.95))));
    assertThat(legend(direct)).contains("no array: 1.00 µs");
    assertThat(direct.chartPng()).isNotEmpty();
    assertThat(direct.toText(TextStyle.PLAIN)).contains("1.00 µs [0.990");
  }

  @Test
  void withoutEstimatesThePictureSaysSo() {
    assertThat(svg(of(List.of(at(1024, 8, null))))).contains("nothing measured");
    assertThat(svg(of(List.of()))).contains("nothing measured");
    assertThat(svg(SMALL)).doesNotContain("nothing measured").contains("measured · ");
  }

  @Test
  void aPlaceOfOnesOwnMarkFollowsTheAxes() {
    Figure figure = SMALL.figure();
    assertThat(figure.x().title()).startsWith("array size");
    assertThat(figure.atX(32 << 10)).isEqualTo(5);
    assertThat(figure.atY(1.5)).isEqualTo(1.5);
  }

  @Property(tries = 300)
  void aCostComesBackFromItsPlace(@ForAll @DoubleRange(min = -100, max = 1_000) double costUs) {
    double back = AXIS.toValue(AXIS.toAxis(costUs));
    assertThat(back).isCloseTo(costUs, within(1e-9 * Math.max(1, Math.abs(costUs))));
  }

  @Property(tries = 300)
  void aHigherCostStandsHigher(
      @ForAll @DoubleRange(min = -100, max = 1_000) double a,
      @ForAll @DoubleRange(min = -100, max = 1_000) double b) {
    assertThat(Double.compare(AXIS.toAxis(a), AXIS.toAxis(b))).isEqualTo(Double.compare(a, b));
  }

  @Test
  void smallArraysKeepALinearAxisBesideVeryLargeCosts() {
    assertThat(AXIS.isLinear()).isFalse();
    assertThat(AXIS.toAxis(1.5)).isEqualTo(1.5);
    double share = (AXIS.toAxis(1.5) - AXIS.toAxis(1.0)) / (AXIS.axisMax() - AXIS.axisMin());
    assertThat(share).as("height of the peak at L1d").isGreaterThan(0.05);
  }

  @Test
  void everyCostAndEveryIntervalThatCanBeReadIsOnTheAxis() {
    Figure figure = STEEP.figure();
    for (Mark.Series line : figure.marks(Mark.Series.class)) {
      for (Dot dot : line.dots().stream().filter(Dot::isThere).toList()) {
        assertThat(figure.atY(dot.y())).isBetween(AXIS.axisMin(), AXIS.axisMax());
        boolean cut = dot.goesBelow(AXIS) || dot.goesAbove(AXIS);
        assertThat(cut && !dot.isVague(AXIS, false)).isFalse();
      }
    }
  }

  @Test
  void anIntervalTooWideToReadStretchesNoAxisAndIsCutOff() {
    SwitchCosts wild = withLast(new Estimate(1_600, -40_000, 90_000, 0.95));
    SymlogScale axis = (SymlogScale) wild.figure().y().scale();
    assertThat(axis.ticks()).isEqualTo(SMALL.figure().y().scale().ticks());
    Dot last = line(wild, "stride 8 B").dots().getLast();
    assertThat(last.goesBelow(axis) && last.goesAbove(axis)).isTrue();
    assertThat(wild.figure().hasVague()).isTrue();
    assertThat(SMALL.figure().hasVague()).isFalse();
    assertThat(svg(wild)).contains("Hollow, or with an arrow: the interval is too wide");
    assertThat(svg(SMALL)).doesNotContain("Hollow");
    assertThat(wild.toText(new TextStyle(80, true, false)).replaceAll("\\s+", " "))
        .contains("?", "↑", "↓", "? interval too wide");
    assertThat(wild.vegaLite()).contains("\"vague\":true", "-40 – 90", "triangle-up");
  }

  @Test
  void anIntervalThatExcludesNothingButIsShortOnTheAxisCanBeRead() {
    SwitchCosts near = withLast(new Estimate(10, -50, 80, 0.95));
    assertThat(near.figure().hasVague()).isFalse();
  }

  @Test
  void aWideIntervalAboutALargeCostSaysSomethingAndHasRoom() {
    SwitchCosts large = withLast(new Estimate(1_600, 900, 3_000, 0.95));
    assertThat(large.figure().hasVague()).isFalse();
    assertThat(large.figure().y().scale().axisMax()).isGreaterThanOrEqualTo(3);
  }

  /** Costs close together, and one more. */
  private static SwitchCosts withLast(Estimate last) {
    List<CostEstimate> estimates = new ArrayList<>(SMALL.estimates());
    estimates.add(at(192 << 10, 8, last));
    return of(estimates);
  }

  @Test
  void costsCloseTogetherNeedNoCompression() {
    SymlogScale small = (SymlogScale) SMALL.figure().y().scale();
    assertThat(small.isLinear()).isTrue();
    assertThat(small.ticks().stream().map(small::label))
        .containsExactly("0", "0.5", "1", "1.5", "2");
  }

  @Test
  void ticksSayTheCostAtTheirPlace() {
    assertThat(AXIS.ticks().stream().map(AXIS::label))
        .containsSequence("0", "0.5", "1", "1.5", "2", "2.5", "10", "40");
  }

  @Test
  void onePointOrNoneStillHasAnAxis() {
    for (Estimate cost :
        new Estimate[] {new Estimate(1000, 1000, 1000, 0.95), null, new Estimate(0, 0, 0, 0.95)}) {
      assertThat(of(List.of(at(1024, 8, cost))).figure().y().scale().ticks()).hasSizeGreaterThan(1);
    }
  }

  @Test
  void theTextFitsAndShowsTheCostsByArrayAndStride() {
    for (int columns : new int[] {40, 60, 80, 100, 160}) {
      assertThat(STEEP.toText(new TextStyle(columns, true, false)).lines())
          .allMatch(line -> line.length() <= columns);
    }
    assertThat(STEEP.toText(new TextStyle(160, true, false)))
        .contains("by array (rows) and stride (columns)", "Direct cost of one switch: 1.00 µs");
  }

  private static String svg(SwitchCosts result) {
    return Svg.of(result.chartSvg());
  }
}
