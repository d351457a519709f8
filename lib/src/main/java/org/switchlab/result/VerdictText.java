package org.switchlab.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.switchlab.claim.Finding;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.draw.ContrastStrip;
import org.switchlab.draw.TextBlocks;
import org.switchlab.draw.TextStyle;
import org.switchlab.draw.TextStyle.Ansi;

/** Verdicts for a terminal: one line each, or all that is known of them. */
final class VerdictText {

  private static final int ID_WIDTH = 6;
  private static final int OUTCOME_WIDTH = 14;
  private static final int STRIP_WIDTH = 15;
  private static final int FIELD_WIDTH = 11;
  private static final String GAP = "  ";

  private final List<Verdict> verdicts;
  private final TextStyle style;

  /** Width of the numbers, so that what they are of stands below one another. */
  private final int numberWidth;

  VerdictText(List<Verdict> verdicts, TextStyle style) {
    this.verdicts = verdicts;
    this.style = style;
    this.numberWidth =
        verdicts.stream()
            .flatMap(verdict -> verdict.findings().stream())
            .mapToInt(finding -> Findings.roughly(finding).length())
            .max()
            .orElse(0);
  }

  /** One line a verdict: the answer, and the number it rests on, drawn. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(verdicts.stream().map(this::line).toList());
    lines.addAll(legend());
    return lines;
  }

  /** All that is known of each. */
  List<String> whole() {
    List<String> lines = new ArrayList<>();
    verdicts.forEach(verdict -> lines.addAll(whole(verdict)));
    lines.addAll(legend());
    return lines;
  }

  private List<String> legend() {
    return verdicts.stream().allMatch(verdict -> verdict.findings().isEmpty())
        ? List.of()
        : ResultText.wrap(ContrastStrip.legend(style), "", style);
  }

  private String line(Verdict verdict) {
    String words = TextBlocks.left(verdict.outcome().words(), OUTCOME_WIDTH);
    String head = TextBlocks.left(verdict.id(), ID_WIDTH) + words;
    String rest =
        style.oneLine(head + said(verdict)).substring(Math.min(head.length(), style.columns()));
    return (TextBlocks.left(verdict.id(), ID_WIDTH) + paint(verdict, words) + rest).stripTrailing();
  }

  private String paint(Verdict verdict, String words) {
    Ansi ansi =
        switch (verdict.outcome()) {
          case CONFIRMED -> Ansi.GREEN;
          case REFUTED -> Ansi.RED;
          case INCONCLUSIVE -> Ansi.YELLOW;
          case COMPARED, NOT_MEASURABLE -> Ansi.FAINT;
        };
    return style.paint(ansi, words);
  }

  private String said(Verdict verdict) {
    Optional<Finding> deciding = Findings.deciding(verdict);
    if (deciding.isPresent()) {
      return finding(deciding.get());
    }
    return verdict.outcome() == Outcome.NOT_MEASURABLE ? GAP + verdict.why() : verdict.here();
  }

  private String finding(Finding finding) {
    return Findings.strip(finding).text(STRIP_WIDTH, style)
        + GAP
        + TextBlocks.left(Findings.roughly(finding), numberWidth)
        + GAP
        + finding.what();
  }

  private List<String> whole(Verdict verdict) {
    String indent = " ".repeat(ID_WIDTH);
    List<String> lines = new ArrayList<>();
    lines.add(TextBlocks.left(verdict.id(), ID_WIDTH) + paint(verdict, verdict.outcome().words()));
    lines.addAll(ResultText.wrap(verdict.statement(), indent, style));
    if (!verdict.published().isEmpty()) {
      lines.addAll(field("published", verdict.published()));
    }
    if (verdict.outcome() != Outcome.NOT_MEASURABLE) {
      lines.addAll(field("here", verdict.here()));
    }
    for (Finding finding : verdict.findings()) {
      lines.add(style.oneLine(indent + finding(finding)));
    }
    lines.addAll(field("why", verdict.why()));
    return lines;
  }

  /** A name and its text, wrapped so that further lines stand below the text. */
  private List<String> field(String name, String text) {
    String indent = " ".repeat(ID_WIDTH + FIELD_WIDTH);
    List<String> lines = new ArrayList<>(ResultText.wrap(text, indent, style));
    lines.set(
        0, " ".repeat(ID_WIDTH) + TextBlocks.left(name, FIELD_WIDTH) + lines.getFirst().strip());
    return lines;
  }
}
