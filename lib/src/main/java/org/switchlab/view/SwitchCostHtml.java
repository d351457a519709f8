package org.switchlab.view;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.switchlab.claim.Verdict;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/** A switch-cost result as HTML; see {@link ResultHtml}. */
public final class SwitchCostHtml {

  private static final int MAX_ROWS = 200;

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
    String points = Plural.of(figure.estimates().size(), "point");
    return ResultHtml.render(chart, verdicts, figure.warnings(), points, table(figure.estimates()));
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
        + cell(CostCell.micros(estimate.switchCostNs()))
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

  private static String micros(@Nullable Double ns) {
    return ns == null ? "–" : Units.micros(ns);
  }
}
