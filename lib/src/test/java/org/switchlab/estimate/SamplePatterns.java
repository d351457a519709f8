package org.switchlab.estimate;

import java.util.stream.IntStream;
import org.switchlab.plan.Point;

/** Access patterns by the formula of Algorithm 1, without a runner. */
public final class SamplePatterns {

  private SamplePatterns() {}

  /** The walk over an array of so many bytes, with lines of 64 B and pages of 4 KiB. */
  public static AccessPattern of(int arrayBytes, int strideBytes) {
    int length = arrayBytes / Point.ELEMENT_BYTES;
    int stride = strideBytes / Point.ELEMENT_BYTES;
    int[] order =
        IntStream.range(0, stride)
            .flatMap(i -> IntStream.iterate(i, j -> j < length, j -> j + stride))
            .toArray();
    return AccessPattern.of(new Point("pipe-pair", arrayBytes, strideBytes), 64, 4096, order);
  }
}
