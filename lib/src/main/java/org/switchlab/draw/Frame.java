package org.switchlab.draw;

/**
 * The part of the plot in which marks lie, in places of the axes.
 *
 * @param left where it begins
 * @param right where it ends
 * @param bottom its foot
 * @param top its head
 * @param perPixelX places a pixel, about
 * @param perPixelY places a pixel, about
 */
record Frame(
    double left, double right, double bottom, double top, double perPixelX, double perPixelY) {

  /** A line from edge to edge, at a place of the x axis if it is upright, or of the y axis. */
  Trace through(double place, boolean upright) {
    return upright
        ? new Trace().to(place, bottom).to(place, top)
        : new Trace().to(left, place).to(right, place);
  }

  /** Whether a place of the x axis is in it. */
  boolean holdsX(double place) {
    return place >= left && place <= right;
  }

  /** Whether a place of the y axis is in it. */
  boolean holdsY(double place) {
    return place >= bottom && place <= top;
  }
}
