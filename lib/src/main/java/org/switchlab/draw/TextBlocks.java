package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;

/** Laying out plain text: wrapping and padding by characters. */
public final class TextBlocks {

  private TextBlocks() {}

  /** Words of {@code text} in lines of at most {@code width}, each begun with {@code indent}. */
  public static List<String> wrap(String text, String indent, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.strip().split("\\s+", -1)) {
      boolean empty = line.length() == indent.length();
      if (!empty && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
    }
    lines.add(line.toString());
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
}
