package org.switchlab.experiment;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Array sizes of the counter figures. */
final class CountedSizes {

  private static final long SMALLEST_BYTES = 1 << 10;
  private static final long LARGEST_BYTES = 1 << 20;

  private CountedSizes() {}

  /**
   * The paper's sizes, 2^10 … 2^20 bytes, and the L1d size where it is no power of two; coarsely
   * those that the claims need.
   */
  static List<Long> of(long l1dBytes, boolean coarse) {
    NavigableSet<Long> sizes = new TreeSet<>();
    if (coarse) {
      sizes.add(SMALLEST_BYTES);
      LongStream.of(l1dBytes / 4, l1dBytes / 2, l1dBytes, 2 * l1dBytes, 4 * l1dBytes, 16 * l1dBytes)
          .forEach(sizes::add);
      return List.copyOf(sizes);
    }
    for (long size = SMALLEST_BYTES; size <= LARGEST_BYTES; size *= 2) {
      sizes.add(size);
    }
    sizes.add(l1dBytes);
    return List.copyOf(sizes);
  }

  /** Few: each is counted many times, and a size changes the walk's instructions alone. */
  static List<Long> ofSpread() {
    return List.of(1L << 10, 16L << 10, 64L << 10);
  }
}
