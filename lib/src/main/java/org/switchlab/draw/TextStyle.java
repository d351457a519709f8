package org.switchlab.draw;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a terminal can show.
 *
 * @param columns width of a line, in characters
 * @param unicode whether more than ASCII may be written
 * @param color whether ANSI colours may be written
 * @param compact whether what is drawn shall take few lines, so that it fits a screen with more
 */
public record TextStyle(int columns, boolean unicode, boolean color, boolean compact) {

  /** Wide enough for a table of six strides, and no colour: right for files and pipes. */
  public static final TextStyle PLAIN = new TextStyle(100, true, false);

  /** The narrowest width that is laid out for. */
  private static final int MIN_COLUMNS = 40;

  /** Signs that texts use, and how each is spelled in ASCII. */
  private static final String SIGNS = "µ±×≈≫≥≤–−…∞·";

  private static final List<String> SPELLED =
      List.of("u", "+-", "x", "~", ">>", ">=", "<=", "-", "-", "...", "inf", "|");

  /** Signs that drawings are made of, and what stands for each in ASCII. */
  private static final String DRAWN = "│┤─┈┊┴└█▶↑↓├┃●·═";

  private static final String DRAWN_ASCII = "||-.:++#>^v|!o.=";

  /** A style for drawings that may take the lines they need. */
  public TextStyle(int columns, boolean unicode, boolean color) {
    this(columns, unicode, color, false);
  }

  /** Raises widths too narrow to lay anything out. */
  public TextStyle {
    columns = Math.max(columns, MIN_COLUMNS);
  }

  /** A style for text that will be encoded in {@code charset}. */
  public static TextStyle of(int columns, Charset charset, boolean color) {
    return new TextStyle(columns, charset.equals(StandardCharsets.UTF_8), color);
  }

  /** The same for drawings that take few lines. */
  public TextStyle shortened() {
    return new TextStyle(columns, unicode, color, true);
  }

  /** {@code text} in one line: what has no room is cut off, and dots say so. */
  public String oneLine(String text) {
    String spelled = spell(text);
    String dots = spell("…");
    return spelled.length() <= columns
        ? spelled
        : spelled.substring(0, columns - dots.length()).stripTrailing() + dots;
  }

  /** {@code text} with the few signs beyond ASCII that are used here spelled out if needed. */
  public String spell(String text) {
    if (unicode) {
      return text;
    }
    String spelled = text;
    for (int i = 0; i < SPELLED.size(); i++) {
      spelled = spelled.replace(SIGNS.substring(i, i + 1), SPELLED.get(i));
    }
    return spelled.replaceAll("[^\\x00-\\x7f]", "?");
  }

  /** {@code text}, spelled, in lines that fit, each begun with {@code indent}. */
  List<String> wrap(String text, String indent) {
    return TextBlocks.wrap(spell(text), indent, columns);
  }

  /** {@code texts} that are not empty as one paragraph, {@code indent} characters to the right. */
  List<String> paragraph(List<String> texts, int indent) {
    String text = String.join("; ", texts.stream().filter(t -> !t.isEmpty()).toList());
    return text.isBlank() ? List.of() : wrap(text, " ".repeat(indent));
  }

  /** A sign that drawings are made of, or what stands for it in ASCII. */
  char sign(char drawn) {
    return unicode ? drawn : DRAWN_ASCII.charAt(DRAWN.indexOf(drawn));
  }

  /** A row of one such sign. */
  String line(char drawn, int length) {
    return String.valueOf(sign(drawn)).repeat(length);
  }

  /** The {@code index}-th of some signs, or of those for ASCII; after the last the first again. */
  char sign(int index, String signs, String ascii) {
    return (unicode ? signs : ascii).charAt(index % signs.length());
  }

  /** {@code text} in an ANSI colour or weight, if the terminal wants it. */
  public String paint(Ansi ansi, String text) {
    return color ? "\u001b[" + ansi.code + "m" + text + "\u001b[0m" : text;
  }

  /** The few looks that are used. */
  public enum Ansi {
    /** What stands out. */
    BOLD("1"),
    /** What holds. */
    GREEN("32"),
    /** What does not hold. */
    RED("31"),
    /** What is in doubt. */
    YELLOW("33"),
    /** What stands back. */
    FAINT("2");

    private final String code;

    Ansi(String code) {
      this.code = code;
    }
  }
}
