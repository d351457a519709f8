package org.switchlab.draw;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What a terminal can show.
 *
 * @param columns width of a line, in characters
 * @param unicode whether more than ASCII may be written
 * @param color whether ANSI colours may be written
 */
public record TextStyle(int columns, boolean unicode, boolean color) {

  /** The narrowest width that is laid out for; anything below is treated as this. */
  static final int MIN_COLUMNS = 40;

  /** Wide enough for a table of six strides, and no colour: right for files and pipes. */
  public static final TextStyle PLAIN = new TextStyle(100, true, false);

  /** Raises widths too narrow to lay anything out. */
  public TextStyle {
    columns = Math.max(columns, MIN_COLUMNS);
  }

  /** A style for text that will be encoded in {@code charset}. */
  public static TextStyle of(int columns, Charset charset, boolean color) {
    return new TextStyle(columns, charset.equals(StandardCharsets.UTF_8), color);
  }

  /** {@code text} with the few signs beyond ASCII that are used here spelled out if needed. */
  public String spell(String text) {
    if (unicode) {
      return text;
    }
    String spelled =
        text.replace("µ", "u")
            .replace("±", "+-")
            .replace("×", "x")
            .replace("≈", "~")
            .replace("≫", ">>")
            .replace("≥", ">=")
            .replace("≤", "<=")
            .replace("–", "-")
            .replace("−", "-")
            .replace("…", "...")
            .replace("∞", "inf")
            .replace("·", "|");
    return StandardCharsets.US_ASCII.newEncoder().canEncode(spelled)
        ? spelled
        : spelled.replaceAll("[^\\x00-\\x7f]", "?");
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
