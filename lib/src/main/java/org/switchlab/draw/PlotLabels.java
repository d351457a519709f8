package org.switchlab.draw;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Annotation;

/**
 * Words inside the plot that stand a few pixels beside a place; XChart's own text is centred on the
 * place and covers what it names. Where two would lie on one another, the later one moves down.
 */
final class PlotLabels extends Annotation {

  /** Font of all words in a plot. */
  static final Font FONT = HeadedChart.LINE;

  private static final int VEIL_ALPHA = 200;
  private static final int GAP = 4;
  private static final int BASELINE_BELOW = 4;
  private static final int ABOVE = 9;
  private static final int MOST_MOVES = 6;

  private final Theme theme;
  private final List<Label> labels = new ArrayList<>();

  /** Which side of its place words stand at. */
  enum Side {
    /** They begin there. */
    AFTER,
    /** They end there. */
    BEFORE,
    /** They end there and stand on it. */
    BEFORE_ABOVE,
    /** In the middle of it. */
    CENTRED
  }

  private record Label(String text, double x, double y, Side side, boolean movable) {}

  PlotLabels(Theme theme) {
    super(false);
    this.theme = theme;
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
      String text = TextWidth.cut(label.text(), FONT, Math.ceil(right - left));
      Rectangle2D box = FONT.getStringBounds(text, g.getFontRenderContext());
      double baseline =
          getYAxisScreenValue(label.y())
              + BASELINE_BELOW
              - (label.side() == Side.BEFORE_ABOVE ? ABOVE : 0);
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
    double width = TextWidth.of(label.text(), FONT);
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
