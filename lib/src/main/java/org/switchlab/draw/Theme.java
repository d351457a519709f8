package org.switchlab.draw;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.switchlab.figure.Look;

/**
 * The colours of a picture.
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
   * Universal Plan, 2008; their yellow is too light on white).
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
    return new Color(
        between(first.getRed(), last.getRed(), shade),
        between(first.getGreen(), last.getGreen(), shade),
        between(first.getBlue(), last.getBlue(), shade));
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
}
