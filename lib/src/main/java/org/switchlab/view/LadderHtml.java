package org.switchlab.view;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.Verdict;
import org.switchlab.estimate.AddressSpaceCost;
import org.switchlab.estimate.RungEstimate;
import org.switchlab.sample.SwitchWork;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/** A ladder as HTML; see {@link ResultHtml}. */
public final class LadderHtml {

  private LadderHtml() {}

  /** The whole result. */
  public static String render(LadderFigure figure, List<Verdict> verdicts) {
    return ResultHtml.render(
        LadderChart.of(figure),
        verdicts,
        figure.warnings(),
        Plural.of(figure.rungs().size(), "rung"),
        table(figure.rungs()) + addressSpace(figure));
  }

  /** One row a rung. */
  static String table(List<RungEstimate> rungs) {
    return "<table class=\"switchlab-table\">\n<tr><th>rung</th><th>scope</th><th>adds</th>"
        + "<th class=\"n\">cost of a switch</th><th class=\"n\">with its message</th>"
        + "<th class=\"n\">system calls</th><th class=\"n\">beyond the message</th>"
        + "<th class=\"n\">user instructions</th><th>stopped by</th></tr>\n"
        + rungs.stream().map(LadderHtml::row).collect(Collectors.joining())
        + "</table>\n";
  }

  private static String row(RungEstimate rung) {
    SwitchWork work = rung.work();
    Double grossNs = rung.grossNs();
    return "<tr>"
        + Html.element("td", rung.rung().name())
        + Html.element("td", rung.rung().scope().word())
        + Html.element("td", rung.rung().adds())
        + cell(LadderFigure.show(rung.cost().switchCostNs()))
        + cell(grossNs == null ? "–" : Units.duration(grossNs))
        + cell(count(work == null ? null : work.systemCallsPerSwitch()))
        + cell(count(work == null ? null : work.netSystemCallsPerSwitch()))
        + cell(count(work == null ? null : work.userInstructionsPerSwitch()))
        + Html.element("td", SwitchCostTable.stop(rung.cost()))
        + "</tr>\n";
  }

  /** What the change of the address space costs, with what decides it; empty if not measured. */
  static String addressSpace(LadderFigure figure) {
    if (figure.addressSpace().isEmpty()) {
      return "";
    }
    String rows = figure.addressSpace().stream().map(LadderHtml::row).collect(Collectors.joining());
    String facts =
        figure.addressSpaceFacts().stream()
            .map(fact -> Html.element("li", fact))
            .collect(Collectors.joining("\n"));
    return "<table class=\"switchlab-table\">\n<tr><th>processes less threads</th>"
        + "<th class=\"n\">the change of the address space costs</th></tr>\n"
        + rows
        + "</table>\n<ul>\n"
        + facts
        + "\n</ul>\n";
  }

  private static String row(AddressSpaceCost cost) {
    return "<tr>"
        + Html.element("td", cost.mechanism())
        + cell(LadderFigure.show(cost.differenceNs()))
        + "</tr>\n";
  }

  private static String count(@Nullable Double number) {
    return number == null ? "–" : Units.plain(Units.digits(number));
  }

  private static String cell(String text) {
    return "<td class=\"n\">" + Html.escape(text) + "</td>";
  }
}
