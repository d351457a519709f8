package org.switchlab.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.switchlab.figure.Look;

/**
 * The colours of a picture, with the signs of points and the strokes of lines by which looks are
 * told apart in print in grey too.
 *
 * @param ground what everything stands on
 * @param text titles, and what is no measurement
 * @param note words that explain
 * @param back what stands back: companions, caches
 * @param grid lines at the ticks
 * @param warning doubts
 * @param first the fill of a cell of shade 0
 * @param last the fill of a cell of shade 1
 * @param palette colours of what was measured, by tint; start again after the last
 */
public record Theme(
    Color ground,
    Color text,
    Color note,
    Color back,
    Color grid,
    Color warning,
    Color first,
    Color last,
    List<Color> palette) {

  /**
   * Dark on white, in colours that the colour-blind can tell apart (M. Okabe and K. Ito, Color
   * Universal Design, 2008; their yellow is too light on white).
   */
  public static final Theme LIGHT =
      new Theme(
          Color.WHITE,
          Color.BLACK,
          new Color(0x595959),
          new Color(0x8C8C8C),
          new Color(0xE3E3E3),
          new Color(0xA83E00),
          new Color(0x08306B),
          new Color(0xEFF6FC),
          colors(0x0072B2, 0x56B4E9, 0x009E73, 0xD55E00, 0xCC79A7, 0xE69F00));

  /** Light on near black; the same hues, lightened where the ground would swallow them. */
  public static final Theme DARK =
      new Theme(
          new Color(0x1B1D21),
          new Color(0xEDEDED),
          new Color(0xB4B8BE),
          new Color(0x8A8F96),
          new Color(0x363A40),
          new Color(0xFFA066),
          new Color(0x1F5FA8),
          new Color(0xEFF6FC),
          colors(0x2F8FD6, 0x93D3F7, 0x1DB98D, 0xF0763A, 0xE39CC5, 0xF0B429));

  private static final List<Marker> FILLED =
      List.of(
          SeriesMarkers.CIRCLE,
          SeriesMarkers.SQUARE,
          SeriesMarkers.TRIANGLE_UP,
          SeriesMarkers.DIAMOND,
          SeriesMarkers.TRIANGLE_DOWN,
          SeriesMarkers.RECTANGLE);

  private static final int STAR_TIPS = 5;
  private static final double STAR_INNER_SHARE = 0.42;

  /** Keeps an immutable copy; there is at least one colour. */
  public Theme {
    palette = List.copyOf(palette);
    if (palette.isEmpty()) {
      throw new IllegalArgumentException("A theme needs at least one colour in its palette.");
    }
  }

  /** The colour of a tint of {@link Look}. */
  public Color color(int tint) {
    return switch (tint) {
      case Look.GREY -> back;
      case Look.BLACK -> text;
      default -> palette.get(Math.floorMod(tint, palette.size()));
    };
  }

  /** The fill of a cell; 0 is dark and 1 light. */
  Color shade(double shade) {
    return between(first, last, shade);
  }

  /** The colour at a share of the way from one to another. */
  static Color between(Color from, Color to, double share) {
    return new Color(
        between(from.getRed(), to.getRed(), share),
        between(from.getGreen(), to.getGreen(), share),
        between(from.getBlue(), to.getBlue(), share));
  }

  /** {@code color} as a fill that lets what lies below shine through, by {@code alpha} of 255. */
  static Color veil(Color color, int alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  private static int between(int from, int to, double share) {
    return (int) Math.round(from + Math.clamp(share, 0, 1) * (to - from));
  }

  private static List<Color> colors(int... rgb) {
    return Arrays.stream(rgb).mapToObj(Color::new).toList();
  }

  /** The sign of the points of {@code look}. */
  Marker sign(Look look) {
    return switch (look.shape()) {
      case NONE, THICK -> SeriesMarkers.NONE;
      case FILLED -> FILLED.get(look.sign() % FILLED.size());
      case HOLLOW -> hollow(new Ellipse2D.Double(-0.5, -0.5, 1, 1));
      case STAR -> hollow(star());
      case CROSS -> SeriesMarkers.CROSS;
    };
  }

  /** The stroke of the line of {@code look}; thin if there is none. */
  static BasicStroke line(Look look) {
    return switch (look.stroke()) {
      case NONE -> stroke(1.2f);
      case FULL -> stroke(look.tint() == Look.GREY ? 2.4f : 1.8f);
      case DASHED -> stroke(1.6f, 7, 4);
      case DOTTED -> stroke(1.6f, 2, 3);
    };
  }

  /** The stroke of a rule of {@code look} that only marks a place. */
  static BasicStroke thin(Look look) {
    return switch (look.stroke()) {
      case NONE, FULL -> stroke(1);
      case DASHED -> stroke(1, 5, 4);
      case DOTTED -> stroke(1.2f, 2, 3);
    };
  }

  /** A stroke {@code width} pixels wide, dashed if dashes are given. */
  static BasicStroke stroke(float width, float... dashes) {
    float[] pattern = dashes.length == 0 ? null : dashes;
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 2, pattern, 0);
  }

  private static Shape star() {
    Path2D.Double star = new Path2D.Double();
    star.moveTo(0, -1);
    for (int corner = 1; corner < 2 * STAR_TIPS; corner++) {
      double radius = corner % 2 == 0 ? 1 : STAR_INNER_SHARE;
      double angle = Math.PI * (corner / (double) STAR_TIPS - 0.5);
      star.lineTo(radius * Math.cos(angle), radius * Math.sin(angle));
    }
    star.closePath();
    return star;
  }

  /** A shape around zero, of about size 1, filled with the ground and edged with the colour. */
  private Marker hollow(Shape shape) {
    return new Marker() {
      @Override
      public void paint(Graphics2D g, double x, double y, int size) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(size, size);
        Shape sign = place.createTransformedShape(shape);
        Color edge = g.getColor();
        g.setColor(ground);
        g.fill(sign);
        g.setColor(edge);
        g.setStroke(stroke(1.2f));
        g.draw(sign);
      }
    };
  }
}
