package org.switchlab.draw;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How much room words take, and what of them fits into some. */
final class TextWidth {

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private static final Pattern BREAK = Pattern.compile("(?<=[ -])");

  private TextWidth() {}

  /** Width of {@code text}, in pixels. */
  static double of(String text, Font font) {
    return font.getStringBounds(text, CONTEXT).getWidth();
  }

  /** Width of the widest of {@code texts}, in pixels; 0 if there is none. */
  static double widest(List<String> texts, Font font) {
    return texts.stream().mapToDouble(text -> of(text, font)).max().orElse(0);
  }

  /** {@code text}, cut off with an ellipsis at {@code width} pixels. */
  static String cut(String text, Font font, double width) {
    String fitting = text;
    int length = text.length();
    while (length > 0 && of(fitting, font) > width) {
      length--;
      fitting = text.substring(0, length).stripTrailing() + "…";
    }
    return fitting;
  }

  /** {@code text} in lines of at most {@code width} pixels, broken after blanks and hyphens. */
  static List<String> wrap(String text, Font font, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : BREAK.split(text, -1)) {
      if (!line.isEmpty() && of((line + word).stripTrailing(), font) > width) {
        lines.add(line.stripTrailing());
        line = "";
      }
      line += word;
    }
    lines.add(line);
    return lines;
  }
}
