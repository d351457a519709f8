package org.switchlab.view;

import java.io.StringWriter;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.claim.Checks;
import org.switchlab.claim.Claims;
import org.switchlab.claim.Evidence;
import org.switchlab.claim.Verdict;
import org.switchlab.estimate.CostEstimate;
import tech.tablesaw.io.csv.CsvWriteOptions;
import tech.tablesaw.io.csv.CsvWriter;

/** What people and programs read of switch costs, compared whole under several locales. */
class GoldenTest {

  private static final Set<String> FIG3 = Set.of("CS-1", "CS-3", "CS-4", "CS-5", "CS-6", "CS-21");

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void text(String locale) {
    SwitchCostFigure figure = Figures.steep();
    Golden.matches(
        "switch-cost.txt",
        locale,
        () -> SwitchCostText.render(figure, verdicts(figure), TextStyle.PLAIN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void narrowAsciiText(String locale) {
    SwitchCostFigure figure = Figures.small();
    Golden.matches(
        "switch-cost-ascii.txt",
        locale,
        () -> SwitchCostText.render(figure, verdicts(figure), new TextStyle(60, false, false)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void distributionText(String locale) {
    CostDistribution distribution = Distributions.twoStates();
    Golden.matches(
        "direct-cost.txt",
        locale,
        () -> SwitchCostText.render(distribution, List.of(), TextStyle.PLAIN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void html(String locale) {
    SwitchCostFigure figure = Figures.small();
    Golden.matches(
        "switch-cost.html",
        locale,
        () ->
            ResultHtml.verdicts(verdicts(figure))
                + ResultHtml.warnings(Figures.doubts())
                + SwitchCostHtml.table(figure.estimates()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void csv(String locale) {
    Golden.matches(
        "switch-cost.csv",
        locale,
        () -> {
          StringWriter out = new StringWriter();
          new CsvWriter()
              .write(
                  SwitchCostTable.of(Figures.small().estimates()),
                  CsvWriteOptions.builder(out).build());
          return out.toString();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void ladderText(String locale) {
    Golden.matches(
        "ladder.txt",
        locale,
        () -> LadderText.render(Ladders.climbing(), List.of(), TextStyle.PLAIN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void ladderHtml(String locale) {
    LadderFigure figure = Ladders.climbing();
    Golden.matches(
        "ladder.html",
        locale,
        () -> LadderHtml.table(figure.rungs()) + LadderHtml.addressSpace(figure));
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void counterText(String locale) {
    Golden.matches(
        "counters.txt",
        locale,
        () -> CounterText.render(CountFigures.misses(), List.of(), TextStyle.PLAIN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void spreadText(String locale) {
    Golden.matches(
        "spread.txt",
        locale,
        () -> SpreadText.render(CountFigures.spread(), List.of(), TextStyle.PLAIN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void whatIfText(String locale) {
    Golden.matches(
        "what-if.txt",
        locale,
        () -> WhatIfText.render(CountFigures.whatIf(), List.of(), TextStyle.PLAIN));
  }

  private static List<Verdict> verdicts(SwitchCostFigure figure) {
    Evidence evidence =
        new Evidence(
            figure.estimates().stream().map(CostEstimate::of).toList(),
            OptionalLong.of(32 << 10),
            OptionalLong.of(1 << 20),
            OptionalLong.empty(),
            figure.source());
    return Checks.judge(
        Claims.load().stream().filter(c -> FIG3.contains(c.id())).toList(), evidence);
  }
}
