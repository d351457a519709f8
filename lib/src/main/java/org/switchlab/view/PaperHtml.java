package org.switchlab.view;

import java.util.List;
import java.util.stream.Collectors;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.warning.Warning;

/** The report on the whole paper: claims first, then machine and method, then each figure. */
public final class PaperHtml {

  private static final String METHOD =
      """
      <h2>Method</h2>
      <p>Costs are measured: (t_switch / 2 − t_single) / N, both flows alternating in small batches in fresh
      processes on one CPU; the estimate is the median of the couples found while the machine was quiet, with a
      bootstrap interval. Misses and instructions are counted apart from any timing, per message passed, by the
      source each figure names: <i>measured</i> by this processor, <i>emulated</i> by a model of the named machine,
      <i>recorded</i> earlier. Figures of one level show the same counts. A claim is judged by its shape relative to
      the caches of the machine that was measured or counted, never by another machine's microseconds; it is
      confirmed or refuted only where intervals decide.</p>
      """;

  private PaperHtml() {}

  /**
   * One figure.
   *
   * @param name its short name
   * @param title what it shows
   * @param html the figure as HTML; empty if it could not be run
   * @param gap why it could not be run; empty if it was
   */
  public record Section(String name, String title, String html, String gap) {

    /** A figure that could not be run. */
    public Section(String name, String html, String gap) {
      this(name, "", html, gap);
    }
  }

  /** The report for a notebook or as the body of a page. */
  public static String render(
      String measuredAt,
      String machine,
      List<Verdict> verdicts,
      List<Warning> warnings,
      List<Section> sections) {
    return "<div class=\"switchlab\">\n"
        + ResultHtml.STYLE
        + "<p>"
        + Html.escape(measuredAt + ". " + tally(verdicts))
        + "</p>\n<h2>Claims</h2>\n"
        + ResultHtml.verdicts(verdicts)
        + ResultHtml.warnings(warnings)
        + "<h2>Machine</h2>\n"
        + machine
        + METHOD
        + sections.stream().map(PaperHtml::section).collect(Collectors.joining())
        + "</div>\n";
  }

  private static String tally(List<Verdict> verdicts) {
    return java.util.Arrays.stream(Outcome.values())
        .map(o -> verdicts.stream().filter(v -> v.outcome() == o).count() + " " + o.words())
        .collect(Collectors.joining(", ", "Of the paper's claims: ", "."));
  }

  private static String section(Section section) {
    String title = section.title().isEmpty() ? "" : ": " + section.title();
    String body =
        section.gap().isEmpty()
            ? section.html()
            : "<div class=\"warning\">Not run: " + Html.escape(section.gap()) + "</div>\n";
    return "<h2>" + Html.escape(section.name() + title) + "</h2>\n" + body;
  }

  /** A page of its own around {@code body}; it loads nothing. */
  public static String page(String title, String body) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head><meta charset="utf-8"><title>%s</title>
    <style>body { font-family: sans-serif; max-width: 1080px; margin: 2em auto; padding: 0 1em; }</style></head>
    <body>
    <h1>%s</h1>
    %s</body>
    </html>
    """
        .formatted(Html.escape(title), Html.escape(title), body);
  }
}
