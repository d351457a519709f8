package org.switchlab.claim;

import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * One number a source prints, as shipped in {@code datasets/published/}.
 *
 * @param claimId the claim it belongs to
 * @param figure where it is printed
 * @param level {@code kernel}, {@code user} or {@code both}
 * @param arrayBytes array size, in bytes; absent where the number is not tied to one
 * @param strideBytes stride, in bytes; 0 is the direct cost
 * @param value in {@code unit}
 * @param unit {@code µs} or {@code ratio}
 * @param note how the number is to be read
 */
public record PublishedPoint(
    String claimId,
    String figure,
    String level,
    OptionalLong arrayBytes,
    long strideBytes,
    double value,
    String unit,
    String note) {

  /** Whether it is the cost of a switch without an array. */
  public boolean isDirect() {
    return strideBytes == 0;
  }

  /** The number with the digits it was printed with, and its unit. */
  public String printed() {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() + " " + unit;
  }
}
