package org.switchlab.draw;

import java.util.Arrays;
import java.util.Locale;

/**
 * A difference with its interval beside what it was held against, small enough to stand in a line.
 *
 * @param value the difference
 * @param low lower end of its interval
 * @param high upper end of its interval
 * @param threshold what it must exceed, or be equal to
 * @param margin how far from the threshold is still equal; 0 where "above" is asked
 */
public record ContrastStrip(
    double value, double low, double high, double threshold, double margin) {

  /** Room beside the outermost of what is drawn, as a share of it. */
  private static final double MARGIN = 0.08;

  private static final double SVG_WIDTH = 168;
  private static final double SVG_HEIGHT = 16;

  /** What the signs mean, for below such lines. */
  public static String legend(TextStyle style) {
    return "%c%c%c a difference with its interval, %c the line it must surely be right of; within [ ]"
            .formatted(style.sign('├'), style.sign('●'), style.sign('┤'), style.sign('┃'))
        + " it counts as equal";
  }

  private boolean asksEqual() {
    return margin > 0;
  }

  private double least() {
    return Math.min(Math.min(low, value), threshold - margin);
  }

  private double most() {
    return Math.max(Math.max(high, value), threshold + margin);
  }

  /** Where a number stands, from 0 at the left end to 1 at the right. */
  private double share(double number) {
    double span = most() - least();
    double room = span > 0 ? MARGIN * span : 1;
    return Math.clamp((number - least() + room) / (span + 2 * room), 0, 1);
  }

  /** In characters, {@code width} of them. */
  public String text(int width, TextStyle style) {
    char[] cells = new char[width];
    Arrays.fill(cells, style.sign('·'));
    int from = cell(low, width);
    int to = cell(high, width);
    Arrays.fill(cells, from, to + 1, style.sign('─'));
    if (from < to) {
      cells[from] = style.sign('├');
      cells[to] = style.sign('┤');
    }
    if (asksEqual()) {
      cells[cell(threshold - margin, width)] = '[';
      cells[cell(threshold + margin, width)] = ']';
    } else {
      cells[cell(threshold, width)] = style.sign('┃');
    }
    cells[cell(value, width)] = style.sign('●');
    return new String(cells);
  }

  private int cell(double number, int width) {
    return (int) Math.round(share(number) * (width - 1));
  }

  /**
   * As an SVG element for a line of HTML, in the colour of the text around it.
   *
   * @param words what it shows, for those who see no picture
   */
  public String svg(String words) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg class=\"strip\" role=\"img\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">"
            .formatted((int) SVG_WIDTH, (int) SVG_HEIGHT, (int) SVG_WIDTH, (int) SVG_HEIGHT));
    svg.append(Html.element("title", words));
    line(svg, 0, SVG_WIDTH, 8, 0.25, 1);
    if (asksEqual()) {
      double left = x(threshold - margin);
      svg.append(
          rounded(
              "<rect x=\"%s\" y=\"1\" width=\"%s\" height=\"14\" fill=\"currentColor\""
                  + " fill-opacity=\"0.18\"/>",
              left, x(threshold + margin) - left));
    } else {
      svg.append(
          rounded(
              "<path d=\"M%s,1V15\" stroke=\"currentColor\" stroke-opacity=\"0.6\""
                  + " stroke-width=\"1.5\" stroke-dasharray=\"3 2\"/>",
              x(threshold)));
    }
    line(svg, x(low), x(high), 8, 1, 2);
    svg.append(rounded("<circle cx=\"%s\" cy=\"8\" r=\"3.5\" fill=\"currentColor\"/>", x(value)));
    return svg.append("</svg>").toString();
  }

  private double x(double number) {
    return share(number) * SVG_WIDTH;
  }

  private static void line(
      StringBuilder svg, double from, double to, double y, double opacity, double width) {
    svg.append(
        rounded(
            "<path d=\"M%s,%sH%s\" stroke=\"currentColor\" stroke-opacity=\"%s\""
                + " stroke-width=\"%s\"/>",
            from, y, to, opacity, width));
  }

  private static String rounded(String format, double... numbers) {
    Object[] texts =
        Arrays.stream(numbers).mapToObj(n -> String.format(Locale.ROOT, "%.2f", n)).toArray();
    return format.formatted(texts);
  }
}
