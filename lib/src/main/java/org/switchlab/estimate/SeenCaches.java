package org.switchlab.estimate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.switchlab.estimate.WalkKnees.Knee;
import org.switchlab.machine.Machine;
import org.switchlab.unit.Units;

/** The L2 that a machine reports against the caches that a walk sees. */
public final class SeenCaches {

  /** One line of most caches: each access misses, or none does. */
  private static final long STRIDE_BYTES = 64;

  private SeenCaches() {}

  /**
   * Why the L2 that a machine reports is not to be judged by, with what was reported and what was
   * seen; empty if nothing speaks against it, or if a walk shows a cache that ends there.
   *
   * @param estimates of one subject
   */
  public static Optional<String> againstL2(Machine machine, List<CostEstimate> estimates) {
    List<Knee> knees = WalkKnees.of(WalkKnees.walks(estimates, STRIDE_BYTES));
    return machine
        .cacheDoubt()
        .filter(_ -> knees.stream().noneMatch(k -> k.isOf(machine.cacheBytes(2).orElse(0))))
        .map(
            doubt ->
                "Reported: L2 %s; seen: %s. The report is doubted: %s"
                    .formatted(Units.bytes(machine.cacheBytes(2).orElse(0)), words(knees), doubt));
  }

  private static String words(List<Knee> knees) {
    return knees.isEmpty()
        ? "no array size from which on the walk takes clearly longer"
        : "the walk takes longer from "
            + knees.stream()
                .map(
                    k ->
                        "%s to %s"
                            .formatted(Units.bytes(k.fitsBytes()), Units.bytes(k.missesBytes())))
                .collect(Collectors.joining(" and from "))
            + " on";
  }
}
