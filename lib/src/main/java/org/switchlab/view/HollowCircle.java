package org.switchlab.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import org.knowm.xchart.style.markers.Marker;

/** A white disc with a coloured edge: the flow without switches. */
final class HollowCircle extends Marker {

  @Override
  public void paint(Graphics2D g, double x, double y, int size) {
    Ellipse2D.Double disc = new Ellipse2D.Double(x - size / 2.0, y - size / 2.0, size, size);
    Color edge = g.getColor();
    g.setColor(Color.WHITE);
    g.fill(disc);
    g.setColor(edge);
    g.setStroke(new BasicStroke(1.2f));
    g.draw(disc);
  }
}
