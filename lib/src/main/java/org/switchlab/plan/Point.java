package org.switchlab.plan;

/**
 * One place on a figure's axes: a subject walking an array.
 *
 * @param subject the measured loop, as the runner names it, for instance {@code pipe-pair}; on the
 *     ladder the rung, see {@link Rung}
 * @param arrayBytes size of each process's private array, in bytes; 0 where no array is walked
 * @param strideBytes distance between consecutively touched elements, in bytes; 0 means no array is
 *     touched, so that the point answers the direct cost
 */
public record Point(String subject, long arrayBytes, long strideBytes) {

  /** The paper's element: a C {@code double}. */
  public static final int ELEMENT_BYTES = 8;

  /** Refuses sizes and strides that the walk cannot have. */
  public Point {
    if (arrayBytes < 0 || strideBytes < 0) {
      throw new IllegalArgumentException(
          "array %d B, stride %d B: neither may be negative".formatted(arrayBytes, strideBytes));
    }
    if (strideBytes % ELEMENT_BYTES != 0 || arrayBytes % ELEMENT_BYTES != 0) {
      throw new IllegalArgumentException(
          "array %d B, stride %d B: both must be multiples of %d B, the size of a double"
              .formatted(arrayBytes, strideBytes, ELEMENT_BYTES));
    }
    if (strideBytes > arrayBytes) {
      throw new IllegalArgumentException(
          "stride %d B is larger than the array of %d B: use a stride of at most %d B"
              .formatted(strideBytes, arrayBytes, arrayBytes));
    }
  }

  /** The point without an array, whose cost is the direct cost. */
  public static Point direct(String subject) {
    return new Point(subject, 0, 0);
  }

  /** Whether no array is walked, so that the point answers the direct cost. */
  public boolean isDirect() {
    return strideBytes == 0;
  }
}
