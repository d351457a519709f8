package org.switchlab.estimate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.switchlab.table.Estimate;

/**
 * A weighted sum of costs, formed within each pass: what disturbed a whole pass is in all its terms
 * and cancels in their difference.
 *
 * @param terms the costs and their weights
 */
public record PassContrast(List<Term> terms) {

  /**
   * One summand.
   *
   * @param cost at one setting
   * @param weight its factor: +1 and −1 make a difference
   */
  public record Term(CostEstimate cost, double weight) {}

  /** Keeps an immutable copy and refuses a sum of nothing. */
  public PassContrast {
    terms = List.copyOf(terms);
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("a contrast needs at least one cost");
    }
  }

  /** What {@code more} costs beyond {@code less}. */
  public static PassContrast difference(CostEstimate more, CostEstimate less) {
    return new PassContrast(List.of(new Term(more, 1), new Term(less, -1)));
  }

  /** The typical cost's contrast of every pass in which all terms were measured, in ns. */
  public double[] unitsNs() {
    return units(PassCost::costNs);
  }

  /** The same of another number that passes have. */
  public double[] units(ToDoubleFunction<PassCost> number) {
    List<Map<Integer, PassCost>> byPass =
        terms.stream()
            .map(t -> t.cost().passes().stream().collect(Collectors.toMap(PassCost::pass, p -> p)))
            .toList();
    Set<Integer> common = new TreeSet<>(byPass.getFirst().keySet());
    byPass.forEach(passes -> common.retainAll(passes.keySet()));
    return common.stream().mapToDouble(pass -> sum(pass, byPass, number)).toArray();
  }

  private double sum(
      int pass, List<Map<Integer, PassCost>> byPass, ToDoubleFunction<PassCost> number) {
    double sum = 0;
    for (int i = 0; i < terms.size(); i++) {
      sum += terms.get(i).weight() * number.applyAsDouble(byPass.get(i).get(pass));
    }
    return sum;
  }

  /** Its trimmed mean over passes with Student's interval, in ns; empty with too few passes. */
  public Optional<Estimate> interval(double level) {
    return Student.interval(unitsNs(), level);
  }
}
