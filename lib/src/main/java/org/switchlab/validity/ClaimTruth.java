package org.switchlab.validity;

import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchlab.plan.Point;

/**
 * Which claims on Fig. 3 hold of planted costs: read off the curve, without any estimate and
 * without the code of the checks. A step is a difference of more than a hundredth of the cost
 * between its ends.
 *
 * @param costs the curve
 * @param sizesBytes sizes that are measured, in bytes, rising
 * @param stridesBytes strides that are measured, in bytes
 */
record ClaimTruth(PlantedCosts costs, List<Long> sizesBytes, List<Long> stridesBytes) {

  private static final double STEP = 0.01;
  private static final long L1D = PlantedCosts.L1D_BYTES;
  private static final long L2 = PlantedCosts.L2_BYTES;

  /** What is planted as a tenth of the cost, whatever a computer's numbers make of it. */
  private static final double TENTH = 0.0999;

  /** The claims that speak of costs. */
  static final List<String> ON_COSTS = List.of("CS-3", "CS-4", "CS-5", "CS-6");

  ClaimTruth {
    sizesBytes = List.copyOf(sizesBytes);
    stridesBytes = List.copyOf(stridesBytes);
  }

  /** The claims that hold. */
  Set<String> holding() {
    return Stream.concat(ON_COSTS.stream(), Stream.of("CS-21"))
        .filter(this::holds)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Those on costs of which a step of a tenth or more tells whether they hold: where they look for
   * a step, there is one up or down.
   */
  List<String> told() {
    return ON_COSTS.stream().filter(this::isTold).toList();
  }

  private boolean isTold(String claim) {
    return switch (claim) {
      case "CS-3", "CS-4" -> differ(all(L1D), all(2 * L1D));
      default -> differ(wide(L2), wide(2 * L2));
    };
  }

  private static boolean differ(double one, double other) {
    return Math.abs(one - other) > TENTH * (one + other) / 2;
  }

  private boolean holds(String claim) {
    return switch (claim) {
      case "CS-3" -> atL1d();
      case "CS-4" -> isStep(all(L1D), all(2 * L1D));
      case "CS-5" -> atL2() && lineHighest();
      case "CS-6" -> pastL2();
      default -> true; // The kernel counts well in all runs: the share of slots off is small.
    };
  }

  private boolean atL1d() {
    return isStep(all(L1D), all(sizesBytes.getFirst()))
        && isStep(all(L1D), all(L1D / 2))
        && isStep(all(L1D), all(2 * L1D));
  }

  private boolean atL2() {
    return sizesBytes.stream()
        .filter(size -> size <= L2 / 2 || size >= 2 * L2)
        .allMatch(size -> isStep(wide(L2), wide(size)));
  }

  private boolean lineHighest() {
    return stridesBytes.stream()
        .filter(stride -> stride != 64)
        .allMatch(stride -> isStep(mean(L2, s -> s == 64), mean(L2, s -> s == stride)));
  }

  private boolean pastL2() {
    return isStep(mean(2 * L2, stride -> stride <= 16), mean(L2, stride -> stride <= 16))
        && sizesBytes.stream()
            .filter(size -> size > L2)
            .allMatch(size -> isStep(wide(L2), wide(size)));
  }

  private double all(long size) {
    return mean(size, _ -> true);
  }

  private double wide(long size) {
    return mean(size, stride -> stride > 16);
  }

  private double mean(long size, LongPredicate strides) {
    return stridesBytes.stream()
        .mapToLong(Long::longValue)
        .filter(strides)
        .mapToDouble(stride -> costs.costNs(new Point("", size, stride)))
        .average()
        .orElseThrow();
  }

  private static boolean isStep(double more, double less) {
    return more - less > STEP * (more + less) / 2;
  }
}
