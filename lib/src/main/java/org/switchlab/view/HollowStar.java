package org.switchlab.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import org.knowm.xchart.style.markers.Marker;

/** A white star with a dark edge: published numbers look like nothing that was measured. */
final class HollowStar extends Marker {

  private static final int TIPS = 5;
  private static final double INNER_SHARE = 0.42;

  @Override
  public void paint(Graphics2D g, double x, double y, int size) {
    Path2D.Double star = new Path2D.Double();
    for (int corner = 0; corner < 2 * TIPS; corner++) {
      double radius = corner % 2 == 0 ? size : size * INNER_SHARE;
      double angle = Math.PI * (corner / (double) TIPS - 0.5);
      double cornerX = x + radius * Math.cos(angle);
      double cornerY = y + radius * Math.sin(angle);
      if (corner == 0) {
        star.moveTo(cornerX, cornerY);
      } else {
        star.lineTo(cornerX, cornerY);
      }
    }
    star.closePath();
    Color edge = g.getColor();
    g.setColor(Color.WHITE);
    g.fill(star);
    g.setColor(edge);
    g.setStroke(new BasicStroke(1.2f));
    g.draw(star);
  }
}
