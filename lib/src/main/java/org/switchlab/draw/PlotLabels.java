package org.switchlab.draw;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.knowm.xchart.internal.chartpart.Annotation;

/**
 * Words inside the plot that stand a few pixels beside a place; XChart's own text is centred on the
 * place and covers what it names. Where two would lie on one another, the later one moves down.
 */
final class PlotLabels extends Annotation {

  /** Font of all words of a chart but its titles. */
  static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final Pattern BREAK = Pattern.compile("(?<=[ -])");
  private static final int VEIL_ALPHA = 200;
  private static final int GAP = 4;
  private static final int BASELINE_BELOW = 4;
  private static final int ABOVE = 9;
  private static final int MOST_MOVES = 6;

  private final Theme theme;
  private final List<Label> labels = new ArrayList<>();

  /** Words begin at their place, end there, end there and stand on it, or are centred on it. */
  enum Side {
    AFTER,
    BEFORE,
    BEFORE_ABOVE,
    CENTRED
  }

  private record Label(String text, double x, double y, Side side, boolean movable) {}

  PlotLabels(Theme theme) {
    super(false);
    this.theme = theme;
  }

  /** Width of {@code text}, in pixels. */
  static double width(String text, Font font) {
    return font.getStringBounds(text, CONTEXT).getWidth();
  }

  /** Width of the widest of {@code texts}, in pixels; 0 if there is none. */
  static double widest(List<String> texts) {
    return texts.stream().mapToDouble(text -> width(text, FONT)).max().orElse(0);
  }

  /** {@code text}, cut off with an ellipsis at {@code width} pixels. */
  static String cut(String text, Font font, double width) {
    String fitting = text;
    int length = text.length();
    while (length > 0 && width(fitting, font) > width) {
      length--;
      fitting = text.substring(0, length).stripTrailing() + "…";
    }
    return fitting;
  }

  /** {@code text} in lines of at most {@code width} pixels, broken after blanks and hyphens. */
  static List<String> wrap(String text, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : BREAK.split(text, -1)) {
      if (!line.isEmpty() && width((line + word).stripTrailing(), FONT) > width) {
        lines.add(line.stripTrailing());
        line = "";
      }
      line += word;
    }
    lines.add(line);
    return lines;
  }

  /**
   * Puts {@code text} at a place of the axes.
   *
   * @param movable whether it moves down where another such label stands already
   */
  void add(String text, double x, double y, Side side, boolean movable) {
    if (!text.isBlank() && Double.isFinite(x) && Double.isFinite(y)) {
      labels.add(new Label(text, x, y, side, movable));
    }
  }

  @Override
  public void paint(Graphics2D g) {
    double right = getXAxisScreenValueForMax() - (double) GAP;
    List<Rectangle2D> taken = new ArrayList<>();
    for (Label label : labels) {
      double left = left(label, right);
      String text = cut(label.text(), FONT, Math.ceil(right - left));
      Rectangle2D box = FONT.getStringBounds(text, g.getFontRenderContext());
      int above = label.side() == Side.BEFORE_ABOVE ? ABOVE : 0;
      double baseline = getYAxisScreenValue(label.y()) + BASELINE_BELOW - above;
      if (label.movable()) {
        baseline = free(left, baseline, box, taken);
      }
      write(g, text, left, baseline, box);
    }
    bounds = new Rectangle2D.Double(0, 0, right, getYAxisScreenValueForMax());
  }

  /** Words that would run out of the plot stand on the other side of their place. */
  private double left(Label label, double right) {
    double place = getXAxisScreenValue(label.x());
    double width = width(label.text(), FONT);
    boolean turned = label.side() == Side.AFTER && label.movable() && place + GAP + width > right;
    return switch (turned ? Side.BEFORE : label.side()) {
      case AFTER -> place + GAP;
      case BEFORE, BEFORE_ABOVE -> Math.max(getXAxisScreenValueForMin(), place - GAP - width);
      case CENTRED -> Math.min(place - width / 2, right - width);
    };
  }

  private static double free(
      double left, double baseline, Rectangle2D box, List<Rectangle2D> taken) {
    double free = baseline;
    for (int move = 0; move < MOST_MOVES; move++) {
      if (taken.stream().noneMatch(at(left, free, box)::intersects)) {
        break;
      }
      free += box.getHeight();
    }
    taken.add(at(left, free, box));
    return free;
  }

  private static Rectangle2D at(double left, double baseline, Rectangle2D box) {
    return new Rectangle2D.Double(
        left - 1, baseline + box.getY(), box.getWidth() + 2, box.getHeight());
  }

  private void write(Graphics2D g, String text, double left, double baseline, Rectangle2D box) {
    g.setColor(Theme.veil(theme.ground(), VEIL_ALPHA));
    g.fill(at(left, baseline, box));
    g.setFont(FONT);
    g.setColor(theme.note());
    g.drawString(text, (float) left, (float) baseline);
  }
}
