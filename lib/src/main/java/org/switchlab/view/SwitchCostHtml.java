package org.switchlab.view;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.switchlab.claim.Claim;
import org.switchlab.claim.Claims;
import org.switchlab.claim.Verdict;
import org.switchlab.estimate.Estimate;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;
import org.switchlab.warning.Warning;

/**
 * A switch-cost result as one piece of HTML for a notebook: chart, table, verdicts, warnings.
 *
 * <p>No scripts, and colours come from JupyterLab's theme where there is one. The chart keeps its
 * own white ground, so that its colours mean the same in a dark theme and in print.
 */
public final class SwitchCostHtml {

  private static final int MAX_ROWS = 200;

  /**
   * Two names and an element a rule: JupyterLab and nbconvert style {@code .jp-RenderedHTMLCommon
   * td} and would otherwise win, with numbers' alignment for words.
   */
  private static final String STYLE =
      """
      <style>
      .switchlab { color: var(--jp-content-font-color1, inherit); font-size: 13px; }
      .switchlab svg { max-width: 100%; height: auto; background: #fff; }
      .switchlab table.switchlab-table { border-collapse: collapse; margin: .5em 0;
        table-layout: auto; font-size: inherit; }
      .switchlab .switchlab-table th, .switchlab .switchlab-table td { padding: .2em .7em;
        text-align: left; vertical-align: top;
        border-bottom: 1px solid var(--jp-border-color2, #bdbdbd); }
      .switchlab .switchlab-table .n { text-align: right; font-variant-numeric: tabular-nums;
        white-space: nowrap; }
      .switchlab .switchlab-table .weak { color: var(--jp-content-font-color2, #757575); }
      .switchlab .switchlab-table .confirmed { color: var(--jp-success-color1, #388e3c); }
      .switchlab .switchlab-table .refuted { color: var(--jp-error-color1, #d32f2f); }
      .switchlab .warning { border-left: 3px solid var(--jp-warn-color1, #f57c00);
        padding-left: .6em; margin: .4em 0; }
      </style>
      """;

  private SwitchCostHtml() {}

  /** The whole result. */
  public static String render(SwitchCostFigure figure, List<Verdict> verdicts) {
    return render(figure, SwitchCostChart.of(figure), verdicts);
  }

  /** The whole result of an experiment without arrays. */
  public static String render(CostDistribution distribution, List<Verdict> verdicts) {
    return render(distribution.figure(), DirectCostChart.of(distribution), verdicts);
  }

  private static String render(SwitchCostFigure figure, XYChart chart, List<Verdict> verdicts) {
    String svg = new String(ChartFiles.svg(chart), StandardCharsets.UTF_8);
    return "<div class=\"switchlab\">\n"
        + STYLE
        + Html.inlineSvg(svg)
        + "\n"
        + verdicts(verdicts)
        + warnings(figure.warnings())
        + "<details><summary>"
        + Html.escape(Plural.of(figure.estimates().size(), "point"))
        + "</summary>\n"
        + table(figure.estimates())
        + "</details>\n</div>\n";
  }

  /** The verdicts alone: claim, answer, published, here, why. */
  static String verdicts(List<Verdict> verdicts) {
    if (verdicts.isEmpty()) {
      return "";
    }
    return "<table class=\"switchlab-table\">\n<tr><th>claim</th><th>verdict</th><th>published</th><th>here</th>"
        + "<th>why</th></tr>\n"
        + verdicts.stream().map(SwitchCostHtml::verdict).collect(Collectors.joining())
        + "</table>\n";
  }

  private static String verdict(Verdict verdict) {
    String statement = Claims.find(verdict.id()).map(Claim::statement).orElse("");
    String css =
        switch (verdict.outcome()) {
          case CONFIRMED -> "confirmed";
          case REFUTED -> "refuted";
          case INCONCLUSIVE, NOT_MEASURABLE -> "weak";
        };
    return "<tr><td><b>%s</b> %s</td><td class=\"%s\"><b>%s</b></td>"
            .formatted(
                Html.escape(verdict.id()),
                Html.escape(statement),
                css,
                Html.escape(verdict.outcome().words()))
        + Html.element("td", verdict.published())
        + Html.element("td", verdict.here())
        + Html.element("td", verdict.why())
        + "</tr>\n";
  }

  /** The warnings alone, each with what mends it. */
  static String warnings(List<Warning> warnings) {
    return warnings.stream().map(SwitchCostHtml::warning).collect(Collectors.joining());
  }

  private static String warning(Warning warning) {
    String remedy =
        warning.remedy().isEmpty() ? "" : "<br>Remedy: " + Html.element("code", warning.remedy());
    return "<div class=\"warning\">" + Html.escape(warning.message()) + remedy + "</div>\n";
  }

  /** One row a point, cut off with a note where it would be too long for a page. */
  static String table(List<PointEstimate> estimates) {
    String rows =
        estimates.stream().limit(MAX_ROWS).map(SwitchCostHtml::row).collect(Collectors.joining());
    String rest =
        estimates.size() <= MAX_ROWS
            ? ""
            : "<tr><td colspan=\"8\" class=\"weak\">and %s more</td></tr>\n"
                .formatted(estimates.size() - MAX_ROWS);
    return "<table class=\"switchlab-table\">\n<tr><th class=\"n\">array</th><th class=\"n\">stride</th>"
        + "<th class=\"n\">cost of a switch (µs)</th><th class=\"n\">single (µs)</th>"
        + "<th class=\"n\">round trip (µs)</th><th class=\"n\">couples</th>"
        + "<th class=\"n\">quiet</th><th>stopped by</th></tr>\n"
        + rows
        + rest
        + "</table>\n";
  }

  private static String row(PointEstimate estimate) {
    boolean direct = estimate.point().isDirect();
    Double quiet = estimate.quietShare();
    return "<tr>"
        + cell(direct ? "none" : Units.bytes(estimate.point().arrayBytes()))
        + cell(direct ? "" : estimate.point().strideBytes() + " B")
        + cell(cost(estimate.switchCostNs()))
        + cell(micros(estimate.singleNs()))
        + cell(micros(estimate.roundTripNs()))
        + cell(Integer.toString(estimate.batches()))
        + cell(quiet == null ? "" : Units.share(quiet))
        + Html.element("td", SwitchCostTable.stop(estimate))
        + "</tr>\n";
  }

  private static String cell(String text) {
    return "<td class=\"n\">" + Html.escape(text) + "</td>";
  }

  private static String cost(@Nullable Estimate cost) {
    return cost == null
        ? "–"
        : "%s [%s, %s]"
            .formatted(
                Units.micros(cost.value()), Units.micros(cost.low()), Units.micros(cost.high()));
  }

  private static String micros(@Nullable Double ns) {
    return ns == null ? "–" : Units.micros(ns);
  }
}
