package org.switchlab.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.switchlab.claim.Finding;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.draw.Html;

/** Verdicts for a page: a line each, which unfolds to all that is known. */
final class VerdictHtml {

  private VerdictHtml() {}

  /** The verdicts; empty if there are none. */
  static String of(List<Verdict> verdicts) {
    return verdicts.stream().map(VerdictHtml::verdict).collect(Collectors.joining());
  }

  private static String verdict(Verdict verdict) {
    return "<details class=\"verdict\"><summary>"
        + Html.element("b", " class=\"id\"", verdict.id())
        + " "
        + Html.element(
            "b", " class=\"outcome " + css(verdict.outcome()) + "\"", verdict.outcome().words())
        + " "
        + said(verdict)
        + "</summary>\n"
        + Html.element("p", verdict.statement())
        + "\n<table class=\"switchlab-table\">\n"
        + row("published", verdict.published())
        + row("here", verdict.here())
        + verdict.findings().stream().map(VerdictHtml::finding).collect(Collectors.joining())
        + row("why", verdict.why())
        + "</table></details>\n";
  }

  private static String css(Outcome outcome) {
    return switch (outcome) {
      case CONFIRMED -> "confirmed";
      case REFUTED -> "refuted";
      case INCONCLUSIVE, COMPARED, NOT_MEASURABLE -> "weak";
    };
  }

  /** What the line shows beside the answer: the deciding difference, or the numbers in words. */
  private static String said(Verdict verdict) {
    Optional<Finding> deciding = Findings.deciding(verdict);
    if (deciding.isPresent()) {
      Finding finding = deciding.get();
      return strip(finding)
          + " "
          + Html.escape(Findings.roughly(finding))
          + " "
          + Html.element("span", " class=\"weak\"", finding.what());
    }
    boolean told = verdict.outcome() != Outcome.NOT_MEASURABLE && !verdict.here().isEmpty();
    return Html.element("span", " class=\"weak\"", told ? verdict.here() : verdict.statement());
  }

  private static String strip(Finding finding) {
    String words = finding.what() + ": " + Findings.whole(finding);
    return "<span class=\"%s\">%s</span>"
        .formatted(css(finding.outcome()), Findings.strip(finding).svg(words));
  }

  private static String finding(Finding finding) {
    return "<tr><th>"
        + Html.escape(finding.outcome().words())
        + "</th><td>"
        + strip(finding)
        + " "
        + Html.escape(finding.what() + ": " + Findings.whole(finding))
        + "</td></tr>\n";
  }

  private static String row(String name, String text) {
    return text.isEmpty()
        ? ""
        : "<tr>" + Html.element("th", name) + Html.element("td", text) + "</tr>\n";
  }
}
