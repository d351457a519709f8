package org.switchlab.figure;

/**
 * How the marks of one name are told from others; each way of drawing has its own colours for it.
 *
 * @param tint number of the colour, from 0; {@link #GREY} for what stands back, {@link #BLACK} for
 *     what is no measurement
 * @param stroke how its line is drawn
 * @param shape what its points look like
 * @param band whether the intervals of neighbours are joined to a band
 */
public record Look(int tint, Stroke stroke, Shape shape, boolean band) {

  /** The colour of what stands back. */
  public static final int GREY = -1;

  /** The colour of words and of published numbers. */
  public static final int BLACK = -2;

  private static final int COLOURS = 6;

  /** A line. */
  public enum Stroke {
    /** None: points alone. */
    NONE,
    /** Full. */
    FULL,
    /** Dashed. */
    DASHED,
    /** Dotted: what was published. */
    DOTTED
  }

  /** A point. */
  public enum Shape {
    /** None: a line alone. */
    NONE,
    /** One of the filled signs, by the tint. */
    FILLED,
    /** A hollow circle: the flow without switches, or what rests on too little. */
    HOLLOW,
    /** A hollow star: what was published. */
    STAR,
    /** A small cross. */
    CROSS,
    /** None, but the interval is a thick stroke. */
    THICK
  }

  /** A line with points, whose intervals make a band. */
  public static Look line(int tint) {
    return new Look(tint, Stroke.FULL, Shape.FILLED, true);
  }

  /** Points without a line. */
  public static Look points(int tint) {
    return new Look(tint, Stroke.NONE, Shape.FILLED, false);
  }

  /** Which sign tells it from others, also from one of the same colour, of which there are six. */
  public int sign() {
    int number = Math.max(0, tint);
    return number + number / COLOURS;
  }

  /** The same with another line. */
  public Look with(Stroke other) {
    return new Look(tint, other, shape, band);
  }

  /** The same with other points. */
  public Look with(Shape other) {
    return new Look(tint, stroke, other, band);
  }

  /** The same without a band. */
  public Look withoutBand() {
    return new Look(tint, stroke, shape, false);
  }
}
