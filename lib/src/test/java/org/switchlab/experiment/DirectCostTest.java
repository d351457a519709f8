package org.switchlab.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.switchlab.experiment.CostBinsTest.hump;
import static org.switchlab.experiment.CostBinsTest.wild;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.switchlab.draw.TextStyle;
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

  /** A result whose samples cost what two lists say. */
  private static SwitchCosts result(Estimate cost, List<Double> quietNs, List<Double> disturbedNs) {
    List<Row> samples = new ArrayList<>();
    quietNs.forEach(ns -> samples.add(sample(samples.size(), ns, false)));
    disturbedNs.forEach(ns -> samples.add(sample(samples.size(), ns, true)));
    Double[] passesNs = cost == null ? new Double[0] : new Double[] {2_590.0, 2_605.0, 2_640.0};
    return Scripted.of(
        setup(),
        List.of(Scripted.estimate(Setting.of(), cost, passesNs)),
        new Rows(
            "samples",
            List.of(
                Column.count("process", "pass"),
                Column.count("repetition", "sample"),
                Column.number("costNs", Unit.NS, "cost of a switch"),
                Column.flag("disturbed", "disturbed")),
            samples));
  }

  private static Row sample(int number, double costNs, boolean disturbed) {
    return Row.of("process", 0, "repetition", number, "costNs", costNs, "disturbed", disturbed);
  }

  private static SwitchCosts twoStates() {
    return result(COST, wild(), hump(60, 3_300));
  }

  private static SwitchCosts nothing() {
    return result(null, List.of(), List.of());
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
  void whatAndHowEachSampleAnswersIsATable() {
    SwitchCosts result =
        Scripted.run(setup().quick(), new ScriptedRunner(point -> 1_000).noise(0.01));
    Rows samples = result.rows("samples");
    assertThat(samples.size()).isEqualTo(result.direct().orElseThrow().samples());
    assertThat(samples.rows())
        .allSatisfy(row -> assertThat(row.number("costNs").orElseThrow()).isBetween(900.0, 1_100.0))
        .allMatch(row -> row.has("disturbed"));
    assertThat(result.verdicts()).extracting(v -> v.id()).containsExactly("CS-1", "CS-21");
  }

  @Test
  void twoHumpsAreTwoHistogramsInTheSameBins() {
    Figure figure = twoStates().figure();
    List<Mark.Steps> states = figure.marks(Mark.Steps.class);
    assertThat(states)
        .extracting(Mark.Steps::name)
        .containsExactly("undisturbed: 202 samples", "disturbed: 60 samples");
    assertThat(states.getFirst().edges()).isEqualTo(states.getLast().edges());
    assertThat(highest(states.getFirst())).isCloseTo(2.6, within(0.1));
    assertThat(highest(states.getLast())).isCloseTo(3.3, within(0.1));
    assertThat(figure.marks(Mark.Rule.class))
        .extracting(Mark.Rule::name)
        .containsExactly("estimate: 2.60 µs [2.58, 2.62]", "published: 0.62 µs");
    assertThat(figure.marks(Mark.Rug.class))
        .singleElement()
        .satisfies(rug -> assertThat(rug.name()).isEqualTo("3 passes"))
        .satisfies(rug -> assertThat(rug.values()).containsExactly(2.59, 2.605, 2.64));
    Mark.Strip interval = figure.marks(Mark.Strip.class).getFirst();
    assertThat(List.of(interval.low(), interval.high())).containsExactly(2.585, 2.618);
  }

  private static double highest(Mark.Steps steps) {
    double most = steps.counts().stream().max(Double::compare).orElseThrow();
    return steps.edges().get(steps.counts().indexOf(most));
  }

  @Test
  void binsAndThoseNotShownAreAllSamples() {
    SwitchCosts quiet = result(COST, hump(200, 2_600), List.of());
    Mark.Steps steps = quiet.figure().marks(Mark.Steps.class).getFirst();
    double binned = steps.counts().stream().mapToDouble(count -> count).sum();
    long outside =
        hump(200, 2_600).stream()
            .filter(
                ns -> ns / 1e3 < steps.edges().getFirst() || ns / 1e3 >= steps.edges().getLast())
            .count();
    assertThat(binned + outside).isEqualTo(200);
    assertThat(quiet.figure().marks(Mark.Steps.class)).hasSize(1);
  }

  @Test
  void whatIsOutsideTheBinsIsTold() {
    assertThat(twoStates().figure().notes())
        .singleElement()
        .asString()
        .matches("Not shown: \\d of 262 samples, from 1.90 µs to 40.0 µs\\.");
    assertThat(svg(twoStates())).contains("Not shown: ");
  }

  @Test
  void aFarPublishedNumberIsAnArrowAndANearOneALine() {
    SwitchCosts far = result(COST, hump(200, 2_600), List.of());
    assertThat(svg(far)).contains("← published: 0.62 µs");
    assertThat(far.figure().x().scale().axisMin()).isGreaterThan(2);
    SwitchCosts near =
        result(
            new Estimate(620, 610, 630, 0.95),
            List.of(610.0, 615.0, 620.0, 622.0, 630.0),
            List.of());
    assertThat(near.figure().marks(Mark.Rule.class).getLast().at()).isEqualTo(0.62);
    assertThat(svg(near)).doesNotContain("← published", "0.62 µs →");
    SwitchCosts below =
        result(
            new Estimate(120, 110, 130, 0.95),
            List.of(110.0, 115.0, 120.0, 122.0, 130.0),
            List.of());
    assertThat(svg(below)).contains("published: 0.62 µs →");
  }

  @Test
  void thePassesOutsideAreNotCountedAsShown() {
    SwitchCosts result = result(COST, List.of(2_600.0, 2_601.0, 2_603.0), List.of());
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
  void theTextHasTheCostFirstAndBothStates() {
    assertThat(twoStates().toText(new TextStyle(100, true, false)))
        .contains(
            "Direct cost of one switch: 2.60 µs [2.58, 2.62]",
            "undisturbed: 202 samples",
            "disturbed: 60 samples",
            "▶ estimate",
            "* published: 0.62 µs");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    for (int columns : new int[] {40, 60, 100}) {
      String text = twoStates().toText(new TextStyle(columns, false, false));
      assertThat(text.lines()).allMatch(line -> line.length() <= columns);
      assertThat(java.nio.charset.StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
    }
  }

  @Test
  void theLocaleChangesNothing() {
    String here = svg(twoStates());
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(svg(twoStates())).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String svg(SwitchCosts result) {
    return new String(result.chartSvg(), UTF_8);
  }
}
