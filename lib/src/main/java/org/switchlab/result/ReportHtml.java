package org.switchlab.result;

import java.util.List;
import java.util.stream.Collectors;
import org.switchlab.draw.Html;

/**
 * A result of several others as one report: claims first, then machine and method, then each of
 * them.
 */
public final class ReportHtml {

  private ReportHtml() {}

  /**
   * One of the others.
   *
   * @param name its short name
   * @param title what it shows
   * @param html what is its own, as HTML; empty if it could not be run
   * @param gap why it could not be run; empty if it was
   */
  public record Section(String name, String title, String html, String gap) {}

  /**
   * The report for a notebook or as the body of a page.
   *
   * @param whole what they come to together
   * @param machine its machine with what gives reason to doubt it, as HTML
   * @param method how they were measured and judged, as HTML
   */
  public static String render(Result whole, String machine, String method, List<Section> sections) {
    String headline = whole.presentation().headline(whole);
    return "<div class=\"switchlab\">\n"
        + ResultHtml.STYLE
        + Html.element("p", whole.measuredAt() + ". " + headline)
        + "\n<h2>Claims</h2>\n"
        + VerdictHtml.of(whole.verdicts())
        + ResultHtml.warnings(
            whole.warnings().stream()
                .filter(warning -> !whole.machine().problems().contains(warning))
                .toList())
        + "<h2>Machine</h2>\n"
        + machine
        + "<h2>Method</h2>\n"
        + method
        + sections.stream().map(ReportHtml::section).collect(Collectors.joining())
        + "</div>\n";
  }

  private static String section(Section section) {
    String title = section.title().isEmpty() ? "" : ": " + section.title();
    String body =
        section.gap().isEmpty()
            ? section.html()
            : "<div class=\"warning\">Not run: " + Html.escape(section.gap()) + "</div>\n";
    return Html.element("h2", section.name() + title) + "\n" + body;
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
