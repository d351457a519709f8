package org.switchlab.result;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchlab.draw.AltText;
import org.switchlab.draw.ChartFiles;
import org.switchlab.draw.DrawingException;
import org.switchlab.draw.Html;
import org.switchlab.draw.RowsHtml;
import org.switchlab.figure.Figure;
import org.switchlab.table.Rows;
import org.switchlab.unit.Plural;
import org.switchlab.warning.Warning;

/**
 * A result as one piece of HTML for a notebook or page: chart, verdicts, warnings, and the numbers
 * folded away.
 *
 * <p>No scripts, and colours come from JupyterLab's theme where there is one. The chart keeps its
 * own white ground, so that its colours mean the same in a dark theme and in print.
 */
final class ResultHtml {

  /**
   * Two names and an element a rule: JupyterLab and nbconvert style {@code .jp-RenderedHTMLCommon
   * td} and would otherwise win, with numbers' alignment for words.
   */
  static final String STYLE =
      """
      <style>
      .switchlab { color: var(--jp-content-font-color1, inherit); font-size: 13px; }
      .switchlab svg { max-width: 100%; height: auto; background: #fff; }
      .switchlab svg.strip { background: none; vertical-align: middle; }
      .switchlab .verdict { margin: .15em 0; }
      .switchlab .verdict summary { cursor: pointer; }
      .switchlab .verdict .id { display: inline-block; min-width: 3.4em; }
      .switchlab .verdict .outcome { display: inline-block; min-width: 7.4em; }
      .switchlab table.switchlab-table { border-collapse: collapse; margin: .5em 0;
        table-layout: auto; font-size: inherit; }
      .switchlab .switchlab-table th, .switchlab .switchlab-table td { padding: .2em .7em;
        text-align: left; vertical-align: top;
        border-bottom: 1px solid var(--jp-border-color2, #bdbdbd); }
      .switchlab .switchlab-table .n { text-align: right; font-variant-numeric: tabular-nums;
        white-space: nowrap; }
      .switchlab .weak { color: var(--jp-content-font-color2, #757575); }
      .switchlab .confirmed { color: var(--jp-success-color1, #388e3c); }
      .switchlab .refuted { color: var(--jp-error-color1, #d32f2f); }
      .switchlab .warning { border-left: 3px solid var(--jp-warn-color1, #f57c00);
        padding-left: .6em; margin: .4em 0; }
      </style>
      """;

  private ResultHtml() {}

  /**
   * A result as a part of a report, which tells verdicts, and doubts that are known, elsewhere.
   *
   * @param figures those to draw in it
   * @param known doubts that the report tells for all its parts
   */
  static String part(Result result, List<Figure> figures, Collection<Warning> known) {
    List<Warning> own = result.warnings().stream().filter(w -> !known.contains(w)).toList();
    return "<div class=\"switchlab\">\n" + body(result, figures, warnings(own)) + "</div>\n";
  }

  /**
   * The whole result.
   *
   * @param figures those to draw in it; none where they are shown beside it
   */
  static String render(Result result, List<Figure> figures) {
    String judged = VerdictHtml.of(result.verdicts()) + error(result) + warnings(result.warnings());
    return "<div class=\"switchlab\">\n" + STYLE + body(result, figures, judged) + "</div>\n";
  }

  private static String body(Result result, List<Figure> figures, String judged) {
    Presentation shown = result.presentation();
    String headline = shown.headline(result);
    return figures.stream().map(ResultHtml::chart).collect(Collectors.joining())
        + (headline.isEmpty() ? "" : "<p><b>" + Html.escape(headline) + "</b></p>\n")
        + judged
        + shown.notes(result).stream()
            .map(note -> Html.element("p", note) + "\n")
            .collect(Collectors.joining())
        + tables(result).map(ResultHtml::folded).collect(Collectors.joining());
  }

  /** A picture without the doubts, which the page tells beside it. */
  private static String chart(Figure figure) {
    try {
      byte[] svg = ChartFiles.svg(figure.withoutDoubts());
      return Html.inlineSvg(new String(svg, StandardCharsets.UTF_8)) + "\n";
    } catch (DrawingException e) {
      return Html.element("p", AltText.of(figure)) + "\n" + warning(e.doubt());
    }
  }

  /** The tables for people, and whatever of the main table they leave out. */
  private static Stream<Rows> tables(Result result) {
    List<Rows> shown = result.presentation().tables(result);
    return shown.contains(result.rows())
        ? shown.stream()
        : Stream.concat(shown.stream(), Stream.of(result.rows()));
  }

  private static String folded(Rows rows) {
    String summary = "%s (%s)".formatted(rows.title(), Plural.of(rows.size(), "row"));
    return "<details><summary>"
        + Html.escape(summary)
        + "</summary>\n"
        + RowsHtml.of(rows)
        + "</details>\n";
  }

  /** How often the verdicts together may be wrong. */
  static String error(Result result) {
    String sentence = result.errorSentence();
    return sentence.isEmpty() ? "" : Html.element("p", " class=\"weak\"", sentence) + "\n";
  }

  /** The warnings alone, each with what mends it. */
  static String warnings(List<Warning> warnings) {
    return warnings.stream().map(ResultHtml::warning).collect(Collectors.joining());
  }

  private static String warning(Warning warning) {
    String remedy =
        warning.remedy().isEmpty() ? "" : "<br>Remedy: " + Html.element("code", warning.remedy());
    return "<div class=\"warning\">" + Html.escape(warning.message()) + remedy + "</div>\n";
  }
}
