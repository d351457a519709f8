package org.switchlab.estimate;

import java.util.List;
import java.util.OptionalInt;
import org.switchlab.table.Estimate;

/**
 * A count over array size: only sizes that were counted, by rising size.
 *
 * @param sizesBytes array sizes, in bytes, rising
 * @param values the count at each size with its interval, in the unit the curve was asked for
 */
public record CountCurve(List<Long> sizesBytes, List<Estimate> values) {

  /** Keeps immutable copies; each size has one value. */
  public CountCurve {
    sizesBytes = List.copyOf(sizesBytes);
    values = List.copyOf(values);
    if (sizesBytes.size() != values.size()) {
      throw new IllegalArgumentException(
          "%s sizes and %s values; each size has one".formatted(sizesBytes.size(), values.size()));
    }
  }

  /** How many sizes were counted. */
  public int size() {
    return sizesBytes.size();
  }

  /** Whether nothing was counted. */
  public boolean isEmpty() {
    return sizesBytes.isEmpty();
  }

  /** Where {@code arrayBytes} stands in the curve, if it was counted. */
  public OptionalInt indexOf(long arrayBytes) {
    int index = sizesBytes.indexOf(arrayBytes);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }
}
