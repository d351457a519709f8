package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.switchlab.experiment.CostBinsTest.hump;
import static org.switchlab.experiment.CostBinsTest.wild;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.switchlab.draw.Svg;
import org.switchlab.draw.TextStyle;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Mark;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.run.ScriptedRunner;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

class DirectCostTest {

  private static final Estimate COST = new Estimate(2_600, 2_585, 2_618, 0.95);

  private static Setup<SwitchCosts> setup() {
    return DirectCost.EXPERIMENT.setup().seed(1);
  }

  /** A result whose samples cost what a list says; the mean stands above the typical cost. */
  private static SwitchCosts result(Estimate cost, List<Double> samplesNs) {
    Double[] passesNs = cost == null ? new Double[0] : new Double[] {2_590.0, 2_605.0, 2_640.0};
    CostEstimate typical = Scripted.estimate(Setting.of(), cost, passesNs);
    List<Row> samples = new ArrayList<>();
    samplesNs.forEach(ns -> samples.add(sample(samples.size(), ns)));
    return Scripted.of(
        setup(),
        List.of(cost == null ? typical : withMean(typical, above(cost))),
        new Rows(
            "samples",
            List.of(
                Column.count("process", "pass"),
                Column.count("repetition", "sample"),
                Column.number("costNs", Unit.NS, "cost of a switch"),
                Column.flag("disturbed", "disturbed")),
            samples));
  }

  private static Estimate above(Estimate cost) {
    return new Estimate(cost.value() + 160, cost.low() + 135, cost.high() + 182, cost.level());
  }

  private static CostEstimate withMean(CostEstimate of, Estimate mean) {
    return new CostEstimate(
        of.setting(),
        of.switchCostNs(),
        mean,
        of.directNs(),
        of.indirectNs(),
        of.singleNs(),
        of.roundTripNs(),
        of.passes(),
        of.samples(),
        of.rejected(),
        of.switchesExpected(),
        of.switchesCounted(),
        of.stop());
  }

  private static Row sample(int number, double costNs) {
    return Row.of("process", 0, "repetition", number, "costNs", costNs, "disturbed", false);
  }

  /** Two humps, as on a machine that other work slows now and then. */
  private static SwitchCosts twoHumps() {
    return result(COST, Stream.concat(wild().stream(), hump(60, 3_300).stream()).toList());
  }

  private static SwitchCosts nothing() {
    return result(null, List.of());
  }

  @Test
  void itMeasuresOneSettingWithTimeForManyProcesses() {
    Plan plan = setup().plan(Scripted.MACHINE);
    assertThat(plan.settings()).containsExactly(Setting.of());
    assertThat(plan.effort()).isEqualTo(Efforts.onePoint());
    assertThat(setup().quick().plan(Scripted.MACHINE).effort()).isEqualTo(Efforts.quickOnePoint());
    assertThat(DirectCost.EXPERIMENT.isCalled("stride0")).isTrue();
  }

  @Test
  void thereIsNoArrayToSetAnythingOf() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setup().sizesBytes(1024))
        .withMessageContaining("direct-cost has no use for 'sizes'")
        .withMessageContaining("precision");
  }

  @Test
  void theOrderOfTheSettingsDoesNotMatterAndEachSetupDrawsItsSeed() {
    Plan one = setup().precision(0.03).quick().plan(Scripted.MACHINE);
    assertThat(setup().quick().precision(0.03).plan(Scripted.MACHINE)).isEqualTo(one);
    assertThat(DirectCost.EXPERIMENT.setup().plan(Scripted.MACHINE).seed())
        .isNotEqualTo(DirectCost.EXPERIMENT.setup().plan(Scripted.MACHINE).seed());
  }

  @Test
  void whatEachSampleAnswersIsATable() {
    SwitchCosts result =
        Scripted.run(
            setup().quick(), new ScriptedRunner(point -> 1_000).noise(0.01).disturbed(0.3));
    assertThat(result.rows("samples").size())
        .isEqualTo(result.direct().orElseThrow().samples())
        .isPositive();
    assertThat(result.verdicts()).extracting(v -> v.id()).containsExactly("CS-1", "CS-21");
  }

  @Test
  void typicalMeanAndPublishedCostAreMarkedOnTheDistribution() {
    Figure figure = twoHumps().figure();
    assertThat(figure.marks(Mark.Steps.class))
        .singleElement()
        .satisfies(steps -> assertThat(steps.name()).isEqualTo("262 samples"))
        .satisfies(steps -> assertThat(highest(steps)).isCloseTo(2.6, within(0.1)));
    assertThat(figure.marks(Mark.Rule.class))
        .extracting(Mark.Rule::name)
        .containsExactly(
            "mean: 2.76 µs [2.72, 2.80]", "typical: 2.60 µs [2.58, 2.62]", "published: 0.62 µs");
    assertThat(figure.marks(Mark.Rug.class))
        .singleElement()
        .satisfies(rug -> assertThat(rug.name()).isEqualTo("3 passes"))
        .satisfies(rug -> assertThat(rug.values()).containsExactly(2.59, 2.605, 2.64));
    Mark.Strip interval = figure.marks(Mark.Strip.class).getLast();
    assertThat(List.of(interval.low(), interval.high())).containsExactly(2.585, 2.618);
  }

  @Test
  void aMeanThatAFewWildSamplesMovedFarIsAnArrow() {
    Estimate far = new Estimate(9_000, 5_000, 14_000, 0.95);
    SwitchCosts result =
        Scripted.of(
            setup(),
            List.of(
                withMean(Scripted.estimate(Setting.of(), COST, 2_590.0, 2_605.0, 2_640.0), far)),
            twoHumps().rows("samples"));
    assertThat(svg(result)).contains("mean: 9.00 µs [5.00, 14.0] →");
    assertThat(result.figure().x().scale().axisMax()).isLessThan(4);
  }

  @Test
  void whereTheMeanIsTheEstimateItIsMarkedOnce() {
    SwitchCosts fixed =
        Scripted.of(
            setup(),
            List.of(Scripted.estimate(Setting.of(), COST, 2_590.0, 2_605.0, 2_640.0)),
            twoHumps().rows("samples"));
    assertThat(fixed.figure().marks(Mark.Strip.class)).hasSize(1);
  }

  private static double highest(Mark.Steps steps) {
    double most = steps.counts().stream().max(Double::compare).orElseThrow();
    return steps.edges().get(steps.counts().indexOf(most));
  }

  @Test
  void binsAndThoseNotShownAreAllSamples() {
    SwitchCosts result = result(COST, hump(200, 2_600));
    Mark.Steps steps = result.figure().marks(Mark.Steps.class).getFirst();
    double binned = steps.counts().stream().mapToDouble(count -> count).sum();
    long outside =
        hump(200, 2_600).stream()
            .filter(
                ns -> ns / 1e3 < steps.edges().getFirst() || ns / 1e3 >= steps.edges().getLast())
            .count();
    assertThat(binned + outside).isEqualTo(200);
  }

  @Test
  void whatIsOutsideTheBinsIsTold() {
    assertThat(twoHumps().figure().notes())
        .singleElement()
        .asString()
        .matches("Not shown: \\d of 262 samples, from 1.90 µs to 40.0 µs\\.");
    assertThat(svg(twoHumps())).contains("Not shown: ");
  }

  @Test
  void aFarPublishedNumberIsAnArrowAndANearOneALine() {
    SwitchCosts far = result(COST, hump(200, 2_600));
    assertThat(svg(far)).contains("← published: 0.62 µs");
    assertThat(far.figure().x().scale().axisMin()).isGreaterThan(2);
    SwitchCosts near =
        result(new Estimate(620, 610, 630, 0.95), List.of(610.0, 615.0, 620.0, 622.0, 630.0));
    assertThat(near.figure().marks(Mark.Rule.class).getLast().at()).isEqualTo(0.62);
    assertThat(svg(near)).doesNotContain("← published", "0.62 µs →");
    SwitchCosts below =
        result(new Estimate(120, 110, 130, 0.95), List.of(110.0, 115.0, 120.0, 122.0, 130.0));
    assertThat(svg(below)).contains("published: 0.62 µs →");
  }

  @Test
  void passesOutsideAreNotCountedAsShown() {
    SwitchCosts result = result(COST, List.of(2_600.0, 2_601.0, 2_603.0));
    assertThat(result.figure().marks(Mark.Rug.class))
        .allSatisfy(rug -> assertThat(rug.name()).contains(" of 3 passes"));
  }

  @Test
  void withoutSamplesThePictureSaysSo() {
    assertThat(svg(nothing())).contains("nothing measured");
    assertThat(nothing().chartPng()).isNotEmpty();
    assertThat(nothing().toHtml()).contains("nothing measured");
    assertThat(nothing().toText(TextStyle.PLAIN)).contains("nothing measured");
    assertThat(nothing().presentation().headline(nothing())).isEmpty();
  }

  @Test
  void theTextHasTheCostFirstAndTheDistribution() {
    assertThat(twoHumps().toText(new TextStyle(100, true, false)))
        .contains(
            "Direct cost of one switch: 2.60 µs [2.58, 2.62]",
            "262 samples",
            "▶ typical",
            "▶ mean",
            "* published: 0.62 µs");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    for (int columns : new int[] {40, 60, 100}) {
      String text = twoHumps().toText(new TextStyle(columns, false, false));
      assertThat(text.lines()).allMatch(line -> line.length() <= columns);
      assertThat(java.nio.charset.StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
    }
  }

  @Test
  void theLocaleChangesNothing() {
    String here = svg(twoHumps());
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(svg(twoHumps())).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String svg(SwitchCosts result) {
    return Svg.of(result.chartSvg());
  }
}
