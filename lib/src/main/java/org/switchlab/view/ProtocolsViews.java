package org.switchlab.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.Verdict;
import org.switchlab.defect.Comparison;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/** Wrong methods beside the right one, for people: how far each is off, and why. */
public final class ProtocolsViews {

  private static final int INDENT = 8;
  private static final String NONE = "–";

  private ProtocolsViews() {}

  /** The whole result for a terminal. */
  public static String text(
      List<Comparison> comparisons, Heading heading, List<Verdict> verdicts, TextStyle style) {
    List<String> picture = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      ResultText.section(picture, lines(comparison, style));
    }
    return ResultText.render(
        heading.title(),
        List.of(heading.provenance()),
        picture.subList(Math.min(1, picture.size()), picture.size()),
        verdicts,
        heading.warnings(),
        style);
  }

  private static List<String> lines(Comparison comparison, TextStyle style) {
    List<String> lines = new ArrayList<>(ResultText.bold(comparison.name(), style));
    lines.addAll(field("method", comparison.what(), style));
    lines.addAll(field("wrong", interval(comparison.wrongNs()) + once(comparison), style));
    lines.addAll(field("right", interval(comparison.rightNs()), style));
    lines.addAll(field("error", error(comparison), style));
    lines.addAll(field("why", comparison.why(), style));
    return lines;
  }

  private static List<String> field(String name, String text, TextStyle style) {
    String indent = " ".repeat(INDENT + 2);
    List<String> lines =
        new ArrayList<>(TextBlocks.wrap(style.spell(text), indent, style.columns()));
    lines.set(0, "  " + TextBlocks.left(name, INDENT) + lines.getFirst().strip());
    return lines;
  }

  private static String interval(@Nullable Estimate cost) {
    return cost == null ? NONE : Units.interval(cost.value(), cost.low(), cost.high());
  }

  private static String error(Comparison comparison) {
    Double share = comparison.errorShare();
    if (comparison.errorNs() == null || share == null) {
      return "not to be told: nothing was measured on one side";
    }
    String sign = share < 0 ? "-" : "+";
    return "%s, %s%s of what is right"
        .formatted(interval(comparison.errorNs()), sign, Units.share(Math.abs(share)));
  }

  private static String once(Comparison comparison) {
    Double low = comparison.onceLowNs();
    Double high = comparison.onceHighNs();
    if (low == null || high == null) {
      return "";
    }
    String range =
        "; applied once it answers %s to %s".formatted(Units.duration(low), Units.duration(high));
    return comparison.unanswered() == 0
        ? range
        : range
            + ", and had no answer %s in %d"
                .formatted(Plural.of(comparison.unanswered(), "time"), comparison.applications());
  }

  /** The whole result for a notebook or page. */
  public static String html(List<Comparison> comparisons, Heading heading, List<Verdict> verdicts) {
    return ResultHtml.render(
        ProtocolsChart.of(comparisons, heading),
        verdicts,
        heading.warnings(),
        Plural.of(comparisons.size(), "wrong method"),
        table(comparisons));
  }

  /** One row a method. */
  static String table(List<Comparison> comparisons) {
    String rows = comparisons.stream().map(ProtocolsViews::row).collect(Collectors.joining());
    return "<table class=\"switchlab-table\">\n<tr><th>protocol</th><th class=\"n\">wrong</th>"
        + "<th class=\"n\">right</th><th>error</th><th>method</th><th>why it is wrong</th></tr>\n"
        + rows
        + "</table>\n";
  }

  private static String row(Comparison comparison) {
    return "<tr>"
        + Html.element("td", comparison.name())
        + "<td class=\"n\">"
        + Html.escape(interval(comparison.wrongNs()))
        + "</td><td class=\"n\">"
        + Html.escape(interval(comparison.rightNs()))
        + "</td>"
        + Html.element("td", error(comparison))
        + Html.element("td", comparison.what())
        + Html.element("td", comparison.why())
        + "</tr>\n";
  }
}
