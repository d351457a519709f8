package org.switchlab.result;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.draw.RowsText;
import org.switchlab.draw.TextBlocks;
import org.switchlab.draw.TextDrawing;
import org.switchlab.draw.TextStyle;
import org.switchlab.draw.TextStyle.Ansi;
import org.switchlab.figure.Figure;
import org.switchlab.warning.Warning;

/** A result for a terminal: heading, picture, verdicts, warnings. */
final class ResultText {

  private ResultText() {}

  /**
   * The whole result, lines ended with {@code \n}, none of its own wider than the style's columns.
   */
  static String render(Result result, TextStyle style) {
    Presentation shown = result.presentation();
    Figure figure = result.figure();
    List<String> lines = new ArrayList<>(bold(figure.heading().title(), style));
    lines.addAll(wrap(figure.heading().provenance(), "", style));
    String headline = shown.headline(result);
    section(lines, headline.isEmpty() ? List.of() : bold(headline, style));
    shown.tables(result).forEach(rows -> section(lines, RowsText.lines(rows, style)));
    section(lines, TextDrawing.lines(figure, style));
    section(lines, shown.notes(result).stream().flatMap(n -> wrap(n, "", style).stream()).toList());
    section(lines, result.verdicts().stream().flatMap(v -> verdict(v, style).stream()).toList());
    section(lines, result.warnings().stream().flatMap(w -> warning(w, style).stream()).toList());
    return String.join("\n", lines) + "\n";
  }

  /** A text that stands out, wrapped. */
  static List<String> bold(String text, TextStyle style) {
    return wrap(text, "", style).stream().map(line -> style.paint(Ansi.BOLD, line)).toList();
  }

  private static List<String> verdict(Verdict verdict, TextStyle style) {
    List<String> lines = new ArrayList<>();
    Ansi ansi =
        switch (verdict.outcome()) {
          case CONFIRMED -> Ansi.GREEN;
          case REFUTED -> Ansi.RED;
          case INCONCLUSIVE -> Ansi.YELLOW;
          case COMPARED, NOT_MEASURABLE -> Ansi.FAINT;
        };
    String head = TextBlocks.left(verdict.id(), 6);
    lines.add(head + style.paint(ansi, verdict.outcome().words()));
    lines.addAll(wrap(verdict.statement(), " ".repeat(6), style));
    if (!verdict.published().isEmpty()) {
      lines.addAll(field("published", verdict.published(), style));
    }
    if (verdict.outcome() != Outcome.NOT_MEASURABLE) {
      lines.addAll(field("here", verdict.here(), style));
    }
    lines.addAll(field("why", verdict.why(), style));
    return lines;
  }

  /** A name and its text, wrapped so that further lines stand below the text. */
  private static List<String> field(String name, String text, TextStyle style) {
    List<String> lines = new ArrayList<>(wrap(text, " ".repeat(17), style));
    lines.set(0, " ".repeat(6) + TextBlocks.left(name, 11) + lines.getFirst().strip());
    return lines;
  }

  private static List<String> warning(Warning warning, TextStyle style) {
    List<String> lines = new ArrayList<>(wrap(warning.message(), "  ", style));
    lines.set(0, style.paint(Ansi.YELLOW, "!") + lines.getFirst().substring(1));
    if (!warning.remedy().isEmpty()) {
      lines.addAll(wrap("Remedy: " + warning.remedy(), "  ", style));
    }
    return lines;
  }

  /** Words of {@code text} in lines that fit the style. */
  static List<String> wrap(String text, String indent, TextStyle style) {
    return TextBlocks.wrap(style.spell(text), indent, style.columns());
  }

  /** Appends a part, if there is any of it, after an empty line. */
  static void section(List<String> lines, List<String> more) {
    if (!more.isEmpty()) {
      lines.add("");
      lines.addAll(more);
    }
  }
}
