package org.switchlab.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.switchlab.figure.Look;

/** The signs of points and the strokes of lines, by look; told apart in print in grey too. */
final class Signs {

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

  /** Width of a thick interval, in pixels. */
  static final int THICK = 7;

  private Signs() {}

  /** The sign of the points of {@code look}. */
  static Marker of(Look look, Theme theme) {
    return switch (look.shape()) {
      case NONE, THICK -> SeriesMarkers.NONE;
      case FILLED ->
          look.tint() < 0
              ? SeriesMarkers.CIRCLE
              : FILLED.get(Math.floorMod(look.tint(), FILLED.size()));
      case HOLLOW -> new Hollow(new Ellipse2D.Double(-0.5, -0.5, 1, 1), theme.ground());
      case STAR -> new Hollow(star(), theme.ground());
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

  /** Whether a look shows nothing but intervals, so that they stand in the legend. */
  static boolean isIntervalAlone(Look look) {
    return look.shape() == Look.Shape.THICK
        || (look.shape() == Look.Shape.NONE && look.stroke() == Look.Stroke.NONE);
  }

  /** The stroke of the intervals of {@code look}; those that lie have rows to themselves. */
  static BasicStroke interval(Look look, boolean lying) {
    return stroke(look.shape() == Look.Shape.THICK ? THICK : lying ? 2 : 1.1f);
  }

  /** A stroke {@code width} pixels wide, dashed if dashes are given. */
  static BasicStroke stroke(float width, float... dashes) {
    return new BasicStroke(
        width,
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_MITER,
        2,
        dashes.length == 0 ? null : dashes,
        0);
  }

  private static Shape star() {
    Path2D.Double star = new Path2D.Double();
    for (int corner = 0; corner < 2 * STAR_TIPS; corner++) {
      double radius = corner % 2 == 0 ? 1 : STAR_INNER_SHARE;
      double angle = Math.PI * (corner / (double) STAR_TIPS - 0.5);
      if (corner == 0) {
        star.moveTo(radius * Math.cos(angle), radius * Math.sin(angle));
      } else {
        star.lineTo(radius * Math.cos(angle), radius * Math.sin(angle));
      }
    }
    star.closePath();
    return star;
  }

  /** A shape around zero, of about size 1, filled with the ground and edged with the colour. */
  private static final class Hollow extends Marker {

    private final Shape shape;
    private final Color ground;

    Hollow(Shape shape, Color ground) {
      this.shape = shape;
      this.ground = ground;
    }

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
  }
}
