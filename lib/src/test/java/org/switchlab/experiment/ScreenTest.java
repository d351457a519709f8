package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.claim.Verdict;
import org.switchlab.draw.Svg;
import org.switchlab.draw.TextStyle;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.PassCost;
import org.switchlab.estimate.Stop;
import org.switchlab.estimate.Student;
import org.switchlab.plan.Setting;
import org.switchlab.table.Estimate;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** What a run prints: it fits a screen, and what it leaves out is asked for. */
class ScreenTest {

  private static final int PASSES = 20;
  private static final TextStyle PAGE = new TextStyle(80, true, false);

  /** Fig. 3 or 5 in full, with noise that leaves large arrays open, and three doubts. */
  private static SwitchCosts result(Experiment<SwitchCosts> experiment) {
    Setup<SwitchCosts> setup = experiment.setup().seed(1);
    Random random = new Random(1);
    List<CostEstimate> estimates = new ArrayList<>();
    for (Setting setting : setup.plan(Scripted.MACHINE).settings()) {
      estimates.add(estimate(setting, random));
    }
    List<Warning> doubts =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    new Warning(
                        WarningCode.values()[i],
                        "doubt %d: a sentence that is longer than a line of a terminal is wide, as most of them are"
                            .formatted(i),
                        "what mends it"))
            .toList();
    return experiment.judged(Scripted.of(setup, estimates).data().withWarnings(doubts));
  }

  private static CostEstimate estimate(Setting setting, Random random) {
    long bytes = setting.whole("arrayBytes");
    double indirectNs = bytes / 100.0 * (bytes == 256 << 10 ? 2 : 1);
    double noise = bytes > 300_000 ? 1.5 : 0.02;
    List<PassCost> passes = new ArrayList<>();
    for (int pass = 0; pass < PASSES; pass++) {
      double direct = 1_300 + 20 * random.nextGaussian();
      double indirect = indirectNs * (1 + noise * random.nextGaussian());
      passes.add(new PassCost(pass, direct + indirect, direct + indirect, direct, indirect));
    }
    return new CostEstimate(
        setting,
        interval(passes.stream().map(PassCost::costNs).toList()),
        interval(passes.stream().map(PassCost::meanNs).toList()),
        interval(passes.stream().map(PassCost::directNs).toList()),
        interval(passes.stream().map(PassCost::indirectNs).toList()),
        400.0,
        4_000.0,
        passes,
        200,
        0,
        100_000,
        100_000,
        Stop.BUDGET);
  }

  private static Estimate interval(List<Double> units) {
    return Student.interval(units.stream().mapToDouble(ns -> ns).toArray(), 0.95).orElseThrow();
  }

  @Test
  void theMainFigureFitsAScreen() {
    SwitchCosts result = result(KernelSwitchCost.EXPERIMENT);
    assertThat(result.plan().settings()).hasSizeGreaterThan(60);
    List<String> lines = result.toScreen(PAGE).lines().toList();
    assertThat(lines).hasSizeLessThanOrEqualTo(40).allMatch(line -> line.length() <= 80);
    assertThat(result.toString()).isEqualTo(result.toScreen(TextStyle.PLAIN));
  }

  @Test
  void eachVerdictAndEachDoubtIsOneLine() {
    SwitchCosts result = result(KernelSwitchCost.EXPERIMENT);
    List<String> lines = result.toScreen(PAGE).lines().toList();
    for (Verdict verdict : result.verdicts()) {
      assertThat(lines.stream().filter(line -> line.startsWith(verdict.id() + " ")))
          .singleElement()
          .asString()
          .contains(verdict.outcome().words());
    }
    assertThat(lines.stream().filter(line -> line.startsWith("! "))).hasSize(3);
    assertThat(lines).noneMatch(line -> line.contains("what mends it"));
  }

  @Test
  void aTestedVerdictIsDrawn() {
    SwitchCosts result = result(KernelSwitchCost.EXPERIMENT);
    assertThat(result.verdicts()).anyMatch(verdict -> !verdict.findings().isEmpty());
    assertThat(result.toScreen(PAGE)).contains("●┤", "┃", "a difference with its interval");
    assertThat(result.detailsHtml())
        .contains("<svg class=\"strip\"", "<details class=\"verdict\">")
        .doesNotContain("NaN");
    assertThat(Svg.checked(result(UserSwitchCost.EXPERIMENT).toHtml()))
        .doesNotContain("NaN", "Infinity");
  }

  @Test
  void aPageTellsEachDoubtOnce() {
    String page = result(KernelSwitchCost.EXPERIMENT).toHtml();
    assertThat(page.split("doubt 1: ", -1)).hasSize(2);
  }

  @Test
  void aPartOfAReportLeavesOutVerdictsAndDoubtsThatAreKnown() {
    SwitchCosts result = result(KernelSwitchCost.EXPERIMENT);
    String part = result.partHtml(result.figures(), result.warnings().subList(0, 2));
    assertThat(part)
        .contains("doubt 2: ", "What a switch costs, in parts")
        .doesNotContain("doubt 0: ", "doubt 1: ", "class=\"verdict\"");
  }

  @Test
  void verboseTellsTheRest() {
    SwitchCosts result = result(KernelSwitchCost.EXPERIMENT);
    String all = result.toText(PAGE);
    assertThat(all)
        .contains(
            "what mends it",
            "cost of a switch by array (rows)",
            "own array fetched again",
            "must exceed",
            "in at most 5 % of such runs");
    assertThat(all.lines()).allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 120})
  void noLineIsWiderThanTheTerminalAndAsciiIsAscii(int columns) {
    for (Experiment<SwitchCosts> experiment :
        List.of(KernelSwitchCost.EXPERIMENT, UserSwitchCost.EXPERIMENT)) {
      SwitchCosts result = result(experiment);
      TextStyle style = new TextStyle(columns, false, false);
      for (String text : List.of(result.toScreen(style), result.toText(style))) {
        assertThat(text.lines()).allMatch(line -> line.length() <= columns);
        assertThat(text).matches("\\p{ASCII}*");
      }
    }
  }
}
