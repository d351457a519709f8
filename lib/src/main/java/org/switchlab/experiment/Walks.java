package org.switchlab.experiment;

import java.util.List;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Grid;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;

/** What experiments that walk arrays vary: the size of the array and the stride of the walk. */
final class Walks {

  /** Size of each side's array, in bytes; follows the machine's caches. */
  static final Factor SIZES =
      Factor.bytes("arrayBytes")
          .word("sizes")
          .where("a positive multiple of 64 B", v -> (long) v > 0 && (long) v % 64 == 0)
          .by(
              (machine, quick) ->
                  quick
                      ? Grid.quickSizesBytes(machine.cacheBytes(1), machine.cacheBytes(2))
                      : Grid.sizesBytes(machine.cacheBytes(1), machine.cacheBytes(2)))
          .help("Array sizes, such as 1K,32K,1M; multiples of 64 B.");

  /** Stride of the walk, in bytes; 0 walks nothing, which gives the direct cost. */
  static final Factor STRIDES =
      Factor.bytes("strideBytes")
          .word("strides")
          .where(
              "0 (direct cost) or a power of two from 8 B",
              v -> (long) v == 0 || ((long) v >= 8 && Long.bitCount((long) v) == 1))
          .by((machine, quick) -> quick ? Grid.QUICK_STRIDES_BYTES : Grid.PAPER_STRIDES_BYTES)
          .help("Strides: 0 (direct cost) or powers of two from 8 B, such as 0,8,64.");

  private Walks() {}

  /**
   * A setting for each size and stride; stride 0 gives the one without an array, first.
   *
   * @throws IllegalArgumentException naming the stride that is larger than its array
   */
  static List<Setting> settings(List<Long> sizesBytes, List<Long> stridesBytes) {
    return Grid.points("", sizesBytes, stridesBytes).stream().map(Walks::setting).toList();
  }

  /** A setting for each size and stride that was chosen. */
  static List<Setting> settings(Choices choices) {
    return settings(choices.wholes(SIZES.name()), choices.wholes(STRIDES.name()));
  }

  /** The same with a value of another factor before them. */
  static List<Setting> settings(
      String factor, Object value, List<Long> sizesBytes, List<Long> stridesBytes) {
    return Grid.points("", sizesBytes, stridesBytes).stream()
        .map(
            point ->
                Setting.of(
                    factor,
                    value,
                    SIZES.name(),
                    point.arrayBytes(),
                    STRIDES.name(),
                    point.strideBytes()))
        .toList();
  }

  private static Setting setting(Point point) {
    return Setting.of(SIZES.name(), point.arrayBytes(), STRIDES.name(), point.strideBytes());
  }
}
