package org.switchlab.claim;

import java.util.List;
import org.apache.commons.statistics.descriptive.Median;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.PassContrast;
import org.switchlab.estimate.PassContrast.Term;

/**
 * How large a difference must be to count, and how small to be none: the same two numbers for all
 * claims on costs, so that no curve is flat to one and rising to another.
 */
final class Margins {

  /** A step counts from one in a hundred of the local cost up: less is nothing to be explained. */
  static final double STEP = 0.01;

  /** Costs are equal if they differ by no more than one in twenty. */
  static final double EQUAL = 0.05;

  private static final Median MEDIAN = Median.withDefaults();

  private Margins() {}

  /** One cost, as a contrast with nothing. */
  static PassContrast cost(CostEstimate cost) {
    return new PassContrast(List.of(new Term(cost, 1)));
  }

  /** Whether a contrast is a step up from 0, measured by the cost around it. */
  static Question step(String what, PassContrast contrast) {
    return Trial.above(what, contrast, STEP * localNs(contrast));
  }

  /** Whether a contrast is no difference, measured by the cost around it. */
  static Question none(String what, PassContrast contrast) {
    return Trial.equal(what, contrast, EQUAL * localNs(contrast));
  }

  /** The mean of the costs that a contrast is formed of, weighted as they are in it, in ns. */
  static double localNs(PassContrast contrast) {
    double weights = contrast.terms().stream().mapToDouble(t -> Math.abs(t.weight())).sum();
    double costs =
        contrast.terms().stream().mapToDouble(t -> Math.abs(t.weight()) * costNs(t)).sum();
    return Math.abs(costs / weights);
  }

  private static double costNs(Term term) {
    return MEDIAN.evaluate(
        term.cost().passCostsNs().stream().mapToDouble(Double::doubleValue).toArray());
  }
}
