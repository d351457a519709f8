package org.switchlab.view;

import java.awt.Color;
import java.util.List;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Colours that the colour-blind can tell apart (M. Okabe and K. Ito, Color Universal Design, 2008;
 * their yellow is too light on white), each with a marker of its own for print in grey.
 */
final class Palette {

  static final Color BLACK = Color.BLACK;
  static final Color GREY = new Color(0x59, 0x59, 0x59);
  static final Color LIGHT_GREY = new Color(0xE3, 0xE3, 0xE3);
  static final Color WARNING = new Color(0xA8, 0x3E, 0x00);

  private static final List<Color> COLORS =
      List.of(
          new Color(0x00, 0x72, 0xB2),
          new Color(0x56, 0xB4, 0xE9),
          new Color(0x00, 0x9E, 0x73),
          new Color(0xD5, 0x5E, 0x00),
          new Color(0xCC, 0x79, 0xA7),
          new Color(0xE6, 0x9F, 0x00));

  private static final List<Marker> MARKERS =
      List.of(
          SeriesMarkers.CIRCLE,
          SeriesMarkers.SQUARE,
          SeriesMarkers.TRIANGLE_UP,
          SeriesMarkers.DIAMOND,
          SeriesMarkers.TRIANGLE_DOWN,
          SeriesMarkers.CROSS);

  private Palette() {}

  /** The colour of the {@code index}-th line; starts again after the last. */
  static Color color(int index) {
    return COLORS.get(index % COLORS.size());
  }

  /** The marker of the {@code index}-th line; starts again after the last. */
  static Marker marker(int index) {
    return MARKERS.get(index % MARKERS.size());
  }

  /** {@code color} as a fill that lets what lies below shine through. */
  static Color band(Color color) {
    return veil(color, 22);
  }

  /** {@code color} as the fill of an area that few others overlap. */
  static Color area(Color color) {
    return veil(color, 70);
  }

  private static Color veil(Color color, int alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }
}
