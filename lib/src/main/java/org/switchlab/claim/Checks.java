package org.switchlab.claim;

import static java.util.Map.entry;

import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** The checks by the names that claims give. */
public final class Checks {

  static final Map<String, Check<Evidence>> OF_COSTS =
      Map.ofEntries(
          entry("direct-cost-magnitude", DirectCostChecks::magnitude),
          entry("user-above-kernel", UserCostChecks::aboveKernel),
          entry("peak-at-l1d", L1dCostChecks::peak),
          entry("fall-past-l1d", L1dCostChecks::fall),
          entry("peak-at-l2", L2CostChecks::peak),
          entry("past-l2", L2CostChecks::past),
          entry("user-flat", UserCostChecks::flat),
          entry("user-peaks", UserCostChecks::peak),
          entry("user-varies-less", VariationCheck::lessAtUserLevel),
          entry("switches-counted", DirectCostChecks::switchesCounted));

  static final Map<String, Check<CounterEvidence>> OF_COUNTS =
      Map.ofEntries(
          entry("l1d-rates-cross", counted(RateChecks::l1dCross)),
          entry("dtlb-rates-part", counted(RateChecks::dtlbPart)),
          entry("l1i-gap-grows", counted(L1iChecks::gapGrows)),
          entry("l1i-gap-smaller", counted(L1iChecks::gapSmaller)),
          entry("l1d-by-stride", counted(L1dChecks::byStride)),
          entry("l1d-onset", counted(L1dChecks::onsets)),
          entry("dtlb-of-processes", counted(DtlbChecks::ofProcesses)),
          entry("dtlb-of-threads", counted(DtlbChecks::ofThreads)),
          entry("instruction-spread", counted(InstructionChecks::spread)),
          entry("instruction-count", counted(InstructionChecks::count)));

  private Checks() {}

  /** Counts repeat alike or have intervals of their own: their verdicts wait for no other claim. */
  private static Check<CounterEvidence> counted(
      BiFunction<Claim, CounterEvidence, Verdict> verdict) {
    return (claim, evidence) -> Answer.exact(verdict.apply(claim, evidence));
  }

  /**
   * The check of switch costs called {@code name}.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Check<Evidence> ofCosts(String name) {
    return named(name, OF_COSTS, "check");
  }

  /**
   * The check of counts called {@code name}.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Check<CounterEvidence> ofCounts(String name) {
    return named(name, OF_COUNTS, "check of counts");
  }

  private static <E> Check<E> named(String name, Map<String, Check<E>> checks, String kind) {
    Check<E> check = checks.get(name);
    if (check == null) {
      throw new IllegalArgumentException(
          "no %s is called %s; there are %s".formatted(kind, name, new TreeSet<>(checks.keySet())));
    }
    return check;
  }
}
