package org.switchlab.view;

import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import org.switchlab.claim.Verdict;
import org.switchlab.counter.CounterRow;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;
import org.switchlab.warning.Warning;

/** Counts as one piece of HTML for a notebook: chart, verdicts, warnings, rows. */
public final class CounterHtml {

  private static final int MAX_ROWS = 200;

  private CounterHtml() {}

  /** The whole result. */
  public static String render(
      XYChart chart, List<CounterRow> rows, List<Verdict> verdicts, List<Warning> warnings) {
    return ResultHtml.render(chart, verdicts, warnings, Plural.of(rows.size(), "row"), table(rows));
  }

  /** One row a line, cut off with a note where it would be too long for a page. */
  static String table(List<CounterRow> rows) {
    String shown =
        rows.stream().limit(MAX_ROWS).map(CounterHtml::row).collect(Collectors.joining());
    String rest =
        rows.size() <= MAX_ROWS
            ? ""
            : "<tr><td colspan=\"9\" class=\"weak\">and %s more</td></tr>\n"
                .formatted(rows.size() - MAX_ROWS);
    return "<table class=\"switchlab-table\">\n<tr><th class=\"n\">array</th><th class=\"n\">stride</th>"
        + "<th>flow</th><th>level</th><th>space</th><th>event</th><th class=\"n\">count</th>"
        + "<th class=\"n\">per 1000 instructions</th><th class=\"n\">switches</th></tr>\n"
        + shown
        + rest
        + "</table>\n";
  }

  private static String row(CounterRow row) {
    Double ratio = row.perThousandInstructions();
    return "<tr>"
        + number(Units.bytes(row.arrayBytes()))
        + number(row.strideBytes() + " B")
        + Html.element("td", row.variant())
        + Html.element("td", row.level().word())
        + Html.element("td", row.space().word())
        + Html.element("td", row.event().word())
        + number(Long.toString(row.count()))
        + number(ratio == null ? "–" : Units.digits(ratio))
        + number(Long.toString(row.switches()))
        + "</tr>\n";
  }

  private static String number(String text) {
    return "<td class=\"n\">" + Html.escape(text) + "</td>";
  }
}
