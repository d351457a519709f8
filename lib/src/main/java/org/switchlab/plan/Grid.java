package org.switchlab.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.switchlab.machine.Cache;

/** Array sizes and strides of a figure, and the points they span. */
public final class Grid {

  /** The paper's strides, 2^3 … 2^8 bytes; 0 adds the direct cost. */
  public static final List<Long> PAPER_STRIDES_BYTES = List.of(0L, 8L, 16L, 32L, 64L, 128L, 256L);

  /** Strides of a first look. */
  public static final List<Long> QUICK_STRIDES_BYTES = List.of(0L, 8L, 64L);

  private static final long LINE_BYTES = 64;
  private static final long SMALLEST_BYTES = 1_024;

  private Grid() {}

  /**
   * Sizes from 1 KiB to twice L2: powers of two, the paper's 192 KiB, the cache sizes themselves
   * where they are no powers of two, and one and a half L2, so that there are two sizes past it.
   */
  public static List<Long> sizesBytes(OptionalLong l1dBytes, OptionalLong l2Bytes) {
    NavigableSet<Long> sizes = new TreeSet<>();
    long l2 = l2Bytes.orElse(Cache.USUAL_L2_BYTES);
    long largest = 2 * l2;
    for (long size = SMALLEST_BYTES; size <= largest; size *= 2) {
      sizes.add(size);
    }
    sizes.add(192L << 10);
    l1dBytes.ifPresent(sizes::add);
    sizes.addAll(List.of(l2, l2 + l2 / 2, largest));
    return List.copyOf(sizes);
  }

  /** Fewer sizes for a first look: those that the claims about L1d and L2 need. */
  public static List<Long> quickSizesBytes(OptionalLong l1dBytes, OptionalLong l2Bytes) {
    long l1d = l1dBytes.orElse(Cache.USUAL_L1D_BYTES);
    long l2 = l2Bytes.orElse(Cache.USUAL_L2_BYTES);
    NavigableSet<Long> sizes = new TreeSet<>(List.of(SMALLEST_BYTES));
    sizes.addAll(List.of(l1d / 4, l1d / 2, l1d, 2 * l1d, 4 * l1d));
    sizes.addAll(List.of(l2 / 4, l2 / 2, l2, l2 + l2 / 2, 2 * l2));
    return List.copyOf(sizes);
  }

  /**
   * One point for each size and stride; stride 0 gives the one direct point, first.
   *
   * @throws IllegalArgumentException naming the size or stride that no array can have
   */
  public static List<Point> points(String subject, List<Long> sizesBytes, List<Long> stridesBytes) {
    stridesBytes.forEach(Grid::checkStride);
    sizesBytes.forEach(Grid::checkSize);
    List<Point> points = new ArrayList<>();
    for (long stride : new TreeSet<>(stridesBytes)) {
      if (stride == 0) {
        points.add(Point.direct(subject));
      } else {
        new TreeSet<>(sizesBytes).forEach(size -> points.add(new Point(subject, size, stride)));
      }
    }
    return points;
  }

  private static void checkSize(long bytes) {
    if (bytes < LINE_BYTES || bytes % LINE_BYTES != 0) {
      throw new IllegalArgumentException(
          "array size %d B: it must be a positive multiple of %d B (a cache line), such as %d"
              .formatted(bytes, LINE_BYTES, nearestSize(bytes)));
    }
  }

  private static long nearestSize(long bytes) {
    return Math.max(1, Math.ceilDiv(bytes, LINE_BYTES)) * LINE_BYTES;
  }

  private static void checkStride(long bytes) {
    boolean powerOfTwo = bytes >= Point.ELEMENT_BYTES && Long.bitCount(bytes) == 1;
    if (bytes != 0 && !powerOfTwo) {
      throw new IllegalArgumentException(
          "stride %d B: it must be 0 (direct cost) or a power of two from %d B, such as 8 or 64"
              .formatted(bytes, Point.ELEMENT_BYTES));
    }
  }
}
