package org.switchlab.kernel;

import java.util.Locale;

/** The text of any value, bounded: a million numbers of a list are no answer to be read. */
final class ShortText {

  static final int MOST_LETTERS = 20_000;

  private ShortText() {}

  /** What {@code value} says of itself; of a long text the beginning, and how to have the rest. */
  static String of(Object value) {
    String text = String.valueOf(value);
    return text.length() <= MOST_LETTERS
        ? text
        : String.format(
            Locale.ROOT,
            "%s…%n… %,d of %,d letters are left out. To have all of them in a file:%n"
                + "Files.writeString(Path.of(\"out.txt\"), String.valueOf(…))",
            cut(text, MOST_LETTERS),
            text.length() - MOST_LETTERS,
            text.length());
  }

  /** The first {@code letters} of {@code text}; a letter of two halves is not divided. */
  static String cut(String text, int letters) {
    int end = Character.isHighSurrogate(text.charAt(letters - 1)) ? letters - 1 : letters;
    return text.substring(0, end);
  }
}
