package org.switchlab.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.switchlab.claim.Verdict;
import org.switchlab.estimate.AccessPattern;
import org.switchlab.plan.Point;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/** Access patterns for people: the order of touches, and to how many lines and pages they come. */
public final class AccessPatternViews {

  /** What the paper prints, and what is drawn. */
  static final String ERRATUM =
      "Erratum: Algorithm 1 as printed steps its inner loop by i, which never ends for i = 0; this is"
          + " the walk that is measured, which steps by the stride.";

  private static final int MOST_LINES = 8;
  private static final int LINE_WIDTH = 10;

  private AccessPatternViews() {}

  /** The whole result for a terminal. */
  public static String text(
      List<AccessPattern> patterns, Heading heading, List<Verdict> verdicts, TextStyle style) {
    List<String> picture = new ArrayList<>();
    for (AccessPattern pattern : patterns) {
      ResultText.section(picture, lines(pattern, style));
    }
    ResultText.section(picture, TextBlocks.wrap(ERRATUM, "", style.columns()));
    picture.removeFirst();
    return ResultText.render(
        heading.title(),
        List.of(heading.provenance()),
        picture,
        verdicts,
        heading.warnings(),
        style);
  }

  private static List<String> lines(AccessPattern pattern, TextStyle style) {
    List<String> lines = new ArrayList<>();
    lines.addAll(TextBlocks.wrap(summary(pattern), "", style.columns()));
    int[] touches = pattern.touchByIndex();
    int perLine = pattern.lineBytes() / Point.ELEMENT_BYTES;
    int width = Integer.toString(pattern.touches()).length() + 1;
    int shown = Math.min(touches.length, MOST_LINES * perLine);
    for (int from = 0; from < shown; from += perLine) {
      String cells =
          IntStream.range(from, Math.min(from + perLine, touches.length))
              .mapToObj(index -> TextBlocks.right(Integer.toString(touches[index]), width))
              .collect(Collectors.joining());
      lines.add(TextBlocks.left("line " + from / perLine, LINE_WIDTH) + cells);
    }
    if (shown < touches.length) {
      lines.add("...");
    }
    return lines;
  }

  private static String summary(AccessPattern pattern) {
    return "Stride %d B: %s of %s in %s and %s; the walk comes to a line %s and to a page %s."
        .formatted(
            pattern.point().strideBytes(),
            Plural.of(pattern.touches(), "touch", "touches"),
            Units.bytes(pattern.point().arrayBytes()),
            Plural.of(pattern.lines(), "line"),
            Plural.of(pattern.pages(), "page"),
            Plural.of(pattern.lineArrivals(), "time"),
            Plural.of(pattern.pageArrivals(), "time"));
  }

  /** The whole result for a notebook or page. */
  public static String html(List<AccessPattern> patterns, Heading heading, List<Verdict> verdicts) {
    return ResultHtml.render(
        AccessPatternChart.of(patterns, heading),
        verdicts,
        heading.warnings(),
        "What the strides come to",
        table(patterns));
  }

  /** One row a stride. */
  static String table(List<AccessPattern> patterns) {
    String rows = patterns.stream().map(AccessPatternViews::row).collect(Collectors.joining());
    return "<table class=\"switchlab-table\">\n<tr><th class=\"n\">array</th>"
        + "<th class=\"n\">stride</th><th class=\"n\">touches</th><th class=\"n\">lines</th>"
        + "<th class=\"n\">pages</th><th class=\"n\">comes to a line</th>"
        + "<th class=\"n\">comes to a page</th></tr>\n"
        + rows
        + "</table>\n";
  }

  private static String row(AccessPattern pattern) {
    return "<tr>"
        + cell(Units.bytes(pattern.point().arrayBytes()))
        + cell(pattern.point().strideBytes() + " B")
        + cell(Long.toString(pattern.touches()))
        + cell(Long.toString(pattern.lines()))
        + cell(Long.toString(pattern.pages()))
        + cell(Long.toString(pattern.lineArrivals()))
        + cell(Long.toString(pattern.pageArrivals()))
        + "</tr>\n";
  }

  private static String cell(String text) {
    return "<td class=\"n\">" + Html.escape(text) + "</td>";
  }
}
