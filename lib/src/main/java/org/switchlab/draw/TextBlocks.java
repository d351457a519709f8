package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;

/** Laying out plain text: wrapping and padding by characters. */
public final class TextBlocks {

  private TextBlocks() {}

  /**
   * Words of {@code text} in lines of at most {@code width}, each begun with {@code indent}; a word
   * that is longer than a line is broken.
   */
  public static List<String> wrap(String text, String indent, int width) {
    List<String> lines = new ArrayList<>();
    int room = Math.max(1, width - indent.length());
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
        lines.add(indent + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
      while (line.length() > room) {
        lines.add(indent + line.substring(0, room));
        line.delete(0, room);
      }
    }
    lines.add(indent + line);
    return lines;
  }

  /** {@code text} moved to the right end of {@code width} characters. */
  public static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  /** {@code text} with spaces after it up to {@code width} characters. */
  public static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** As much of {@code text} as fits {@code width} characters. */
  static String cut(String text, int width) {
    return text.substring(0, Math.clamp(width, 0, text.length()));
  }

  /** {@code number} if it fits {@code width} characters: part of a number would be another one. */
  static String whole(String number, int width) {
    return number.length() <= width ? number : "";
  }

  /** The length of the longest of {@code texts}; 0 if there is none. */
  static int longest(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }
}
