package org.switchlab.claim;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.unit.Units;

/**
 * A maximum at the size of a cache: above every size of at most half of it, and above every size of
 * twice the cache and more. Where it is looked for follows from the machine and never from the
 * costs, so that chance cannot choose it.
 */
final class Peaks {

  private Peaks() {}

  /** Whether there is a size at the cache's, one of at most half of it, and one of twice. */
  static boolean isMeasured(Curve curve, long cacheBytes) {
    return curve.fitting(cacheBytes).isPresent()
        && !curve.upTo(cacheBytes / 2).isEmpty()
        && !curve.above(2 * cacheBytes - 1).isEmpty();
  }

  /** What must hold of the cost at {@code at}, a size that fits the cache and fills over half. */
  static List<Question> at(Curve curve, long at, long cacheBytes) {
    return List.of(
        above(curve, at, curve.upTo(cacheBytes / 2), "smaller"),
        above(curve, at, curve.above(2 * cacheBytes - 1), "larger"));
  }

  private static Question above(Curve curve, long at, List<Long> others, String which) {
    List<Question> parts = new ArrayList<>();
    for (long other : others) {
      parts.add(
          Margins.step(
              "cost at %s above that at %s".formatted(Units.bytes(at), Units.bytes(other)),
              curve.difference(at, other)));
    }
    return Every.alike("above every %s size".formatted(which), parts);
  }
}
