package org.switchlab.draw;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/** How much room words take, and what of them fits into some. */
final class TextWidth {

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

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

  /** {@code text} in lines of at most {@code width} pixels, broken between words. */
  static List<String> wrap(String text, Font font, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && of(longer, font) > width) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return lines;
  }
}
