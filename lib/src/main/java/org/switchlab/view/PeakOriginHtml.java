package org.switchlab.view;

import java.util.List;
import java.util.stream.Collectors;
import org.switchlab.claim.Verdict;
import org.switchlab.counter.MissesPerSwitch;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/** The origin of the peak as HTML; see {@link ResultHtml}. */
public final class PeakOriginHtml {

  private PeakOriginHtml() {}

  /** The whole result. */
  public static String render(PeakOriginFigure figure, List<Verdict> verdicts) {
    return ResultHtml.render(
        PeakOriginChart.of(figure),
        verdicts,
        figure.heading().warnings(),
        Plural.of(figure.estimates().size(), "point"),
        measured(figure) + emulated(figure));
  }

  private static String measured(PeakOriginFigure figure) {
    return "<table class=\"switchlab-table\">\n<tr><th class=\"n\">array</th><th class=\"n\">pages</th>"
        + "<th class=\"n\">cost of a switch (µs)</th></tr>\n"
        + figure.estimates().stream().map(PeakOriginHtml::row).collect(Collectors.joining())
        + "</table>\n";
  }

  private static String row(PointEstimate estimate) {
    return "<tr>"
        + cell(Units.bytes(estimate.point().arrayBytes()))
        + cell(Units.bytes(estimate.point().pageBytes()))
        + cell(CostCell.micros(estimate.switchCostNs()))
        + "</tr>\n";
  }

  private static String emulated(PeakOriginFigure figure) {
    if (figure.causes().isEmpty()) {
      return "";
    }
    String sentence =
        figure.regression() == null ? "" : PeakOriginWords.regression(figure.regression()) + ".";
    String paper = PeakOriginWords.paperMachine(figure.causes()).map(w -> w + ".").orElse("");
    return Html.element("p", sentence)
        + Html.element("p", paper)
        + "<table class=\"switchlab-table\">\n<tr><th>emulated</th><th class=\"n\">array</th>"
        + "<th class=\"n\">pages</th><th class=\"n\">L2 misses a switch</th>"
        + "<th class=\"n\">dTLB misses a switch</th></tr>\n"
        + figure.causes().stream().map(PeakOriginHtml::row).collect(Collectors.joining())
        + "</table>\n";
  }

  private static String row(MissesPerSwitch cause) {
    return "<tr>"
        + Html.element("td", cause.model())
        + cell(Units.bytes(cause.point().arrayBytes()))
        + cell(Units.bytes(cause.point().pageBytes()))
        + cell(Long.toString(Math.round(cause.l2Misses())))
        + cell(Long.toString(Math.round(cause.dtlbMisses())))
        + "</tr>\n";
  }

  private static String cell(String text) {
    return "<td class=\"n\">" + Html.escape(text) + "</td>";
  }
}
