package org.switchlab.validity;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.experiment.SwitchCosts;
import org.switchlab.table.Estimate;

/**
 * What one simulated run got right.
 *
 * @param heldShare of the intervals of a quantity, how many hold the planted value; none if the run
 *     has no interval
 * @param outcomes by claim, of those that are decided by costs
 * @param isFalse whether it confirms what does not hold, or refutes what does
 */
record RunScore(Map<Quantity, Double> heldShare, Map<String, Outcome> outcomes, boolean isFalse) {

  RunScore {
    heldShare = Map.copyOf(heldShare);
    outcomes = Map.copyOf(outcomes);
  }

  /**
   * Of a run.
   *
   * @param holding the claims that hold
   */
  static RunScore of(SwitchCosts result, Truth truth, Set<String> holding) {
    Map<Quantity, Double> shares = new EnumMap<>(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      double[] held =
          result.estimates().stream()
              .filter(estimate -> quantity.of(estimate) != null)
              .mapToDouble(estimate -> holds(quantity, estimate, truth) ? 1 : 0)
              .toArray();
      if (held.length > 0) {
        shares.put(quantity, Shares.mean(held));
      }
    }
    Map<String, Outcome> outcomes = new HashMap<>();
    for (Verdict verdict : result.verdicts()) {
      if (verdict.outcome() != Outcome.COMPARED) {
        outcomes.put(verdict.id(), verdict.outcome());
      }
    }
    boolean isFalse =
        outcomes.entrySet().stream()
            .anyMatch(answer -> isFalse(answer.getValue(), holding.contains(answer.getKey())));
    return new RunScore(shares, outcomes, isFalse);
  }

  private static boolean holds(Quantity quantity, CostEstimate estimate, Truth truth) {
    Estimate interval = quantity.of(estimate);
    double trueNs = truth.ns(quantity, estimate.point());
    return interval != null && interval.low() <= trueNs && trueNs <= interval.high();
  }

  private static boolean isFalse(Outcome outcome, boolean holds) {
    return outcome == (holds ? Outcome.REFUTED : Outcome.CONFIRMED);
  }

  /** Whether a claim is decided. */
  boolean decides(String claim) {
    Outcome outcome = outcomes.get(claim);
    return outcome == Outcome.CONFIRMED || outcome == Outcome.REFUTED;
  }

  /** How many of its claims are open, as a share. */
  double openShare() {
    return Shares.mean(outcomes.keySet().stream().mapToDouble(c -> decides(c) ? 0 : 1).toArray());
  }
}
