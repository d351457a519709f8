package org.switchlab.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * Switch cost over array size at one stride: only sizes that have an estimate, by rising size.
 *
 * @param strideBytes the stride of all points, in bytes
 * @param sizesBytes array sizes, in bytes, rising
 * @param costsNs the cost at each size, in ns
 */
record Curve(long strideBytes, List<Long> sizesBytes, List<Estimate> costsNs) {

  static Curve of(long strideBytes, List<CostEstimate> estimates) {
    List<CostEstimate> points =
        estimates.stream()
            .filter(e -> e.point().strideBytes() == strideBytes && e.switchCostNs() != null)
            .sorted(Comparator.comparingLong(e -> e.point().arrayBytes()))
            .toList();
    return new Curve(
        strideBytes,
        points.stream().map(e -> e.point().arrayBytes()).toList(),
        points.stream().map(e -> Objects.requireNonNull(e.switchCostNs())).toList());
  }

  int size() {
    return sizesBytes.size();
  }

  long bytes(int index) {
    return sizesBytes.get(index);
  }

  int indexOf(long bytes) {
    return sizesBytes.indexOf(bytes);
  }

  Estimate cost(int index) {
    return costsNs.get(index);
  }

  /**
   * The largest size that fits a cache and fills more than half of it: "at the cache's size" on a
   * grid that need not contain it (L1d is 48 KiB on some machines).
   */
  OptionalInt fitting(long cacheBytes) {
    return between(cacheBytes / 2, cacheBytes).stream().mapToInt(Integer::intValue).max();
  }

  /** The sizes above {@code low}, up to and with {@code high} bytes, as indices. */
  List<Integer> between(long low, long high) {
    return IntStream.range(0, size())
        .filter(i -> bytes(i) > low && bytes(i) <= high)
        .boxed()
        .toList();
  }

  /** The index of the highest cost among {@code indices}. */
  int highest(List<Integer> indices) {
    return indices.stream().max(Comparator.comparingDouble(i -> cost(i).value())).orElseThrow();
  }

  /** Whether the cost at {@code a} is above the cost at {@code b}, as far as intervals tell. */
  Outcome above(int a, int b) {
    return Kleene.above(cost(a), cost(b));
  }

  /** Whether some size is more than twice the one before it between two indices, inclusive. */
  boolean hasGap(int from, int to) {
    return IntStream.range(Math.max(from, 0), Math.min(to, size() - 1))
        .anyMatch(i -> bytes(i + 1) > 2 * bytes(i));
  }

  /** For instance {@code 1.48 µs [1.45, 1.51] at 32 KiB}. */
  String show(int index) {
    return Intervals.time(cost(index)) + " at " + Units.bytes(bytes(index));
  }
}
