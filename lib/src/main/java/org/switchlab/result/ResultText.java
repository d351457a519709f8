package org.switchlab.result;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.draw.RowsText;
import org.switchlab.draw.TextBlocks;
import org.switchlab.draw.TextDrawing;
import org.switchlab.draw.TextStyle;
import org.switchlab.draw.TextStyle.Ansi;
import org.switchlab.figure.Figure;
import org.switchlab.table.Rows;
import org.switchlab.warning.Warning;

/** A result for a terminal: heading, picture, verdicts, warnings. */
final class ResultText {

  /** A table of more lines has no room on a screen with everything else. */
  private static final int FEW_LINES = 10;

  /** Notes of more lines are cut to one line each. */
  private static final int FEW_NOTE_LINES = 3;

  private ResultText() {}

  /**
   * The whole result, lines ended with {@code \n}, none of its own wider than the style's columns.
   */
  static String whole(Result result, TextStyle style) {
    Presentation shown = result.presentation();
    List<String> lines = head(result, style);
    shown.tables(result).forEach(rows -> section(lines, RowsText.lines(rows, style)));
    for (Figure figure : result.figures()) {
      section(lines, TextDrawing.lines(figure, style));
    }
    section(lines, shown.notes(result).stream().flatMap(n -> wrap(n, "", style).stream()).toList());
    section(lines, new VerdictText(result.verdicts(), style).whole());
    section(lines, error(result, style));
    section(lines, result.warnings().stream().flatMap(w -> warning(w, style).stream()).toList());
    return String.join("\n", lines) + "\n";
  }

  /** What fits a screen: the number asked for, the picture, one line a verdict and a doubt. */
  static String screen(Result result, TextStyle style) {
    Presentation shown = result.presentation();
    List<String> lines = head(result, style);
    for (Rows rows : shown.tables(result)) {
      List<String> table = RowsText.lines(rows, style);
      section(lines, table.size() <= FEW_LINES ? table : List.of());
    }
    section(lines, TextDrawing.lines(result.figure(), style.shortened()));
    List<String> notes = shown.notes(result);
    List<String> whole = notes.stream().flatMap(note -> wrap(note, "", style).stream()).toList();
    boolean few = whole.size() <= FEW_NOTE_LINES;
    section(lines, few ? whole : notes.stream().map(style::oneLine).toList());
    section(lines, new VerdictText(result.verdicts(), style).lines());
    section(lines, result.warnings().stream().map(w -> doubt(w, style)).toList());
    return String.join("\n", lines) + "\n";
  }

  private static List<String> head(Result result, TextStyle style) {
    Figure.Heading heading = result.figure().heading();
    List<String> lines = new ArrayList<>(bold(heading.title(), style));
    lines.addAll(wrap(heading.provenance(), "", style));
    String headline = result.presentation().headline(result);
    section(lines, headline.isEmpty() ? List.of() : bold(headline, style));
    return lines;
  }

  /** A text that stands out, wrapped. */
  static List<String> bold(String text, TextStyle style) {
    return wrap(text, "", style).stream().map(line -> style.paint(Ansi.BOLD, line)).toList();
  }

  private static List<String> error(Result result, TextStyle style) {
    String sentence = result.errorSentence();
    return sentence.isEmpty() ? List.of() : wrap(sentence, "", style);
  }

  private static String doubt(Warning warning, TextStyle style) {
    String line = style.oneLine("! " + warning.message());
    return style.paint(Ansi.YELLOW, "!") + line.substring(1);
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
