package org.switchlab.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.PassCost;

/**
 * The costs of several settings in the passes that measured all of them.
 *
 * <p>The highest of noisy costs is too high and the lowest too low: whoever looks for a peak and
 * tests it on the same numbers is deceived. So every third pass is used to find the places, and the
 * rest to test them: finding takes less than testing.
 *
 * @param bySetting the cost of each setting in each pass, in ns
 */
record PassCosts(List<double[]> bySetting) {

  PassCosts {
    bySetting = List.copyOf(bySetting);
  }

  /** Of at least one setting, in the passes that these and {@code others} have in common. */
  static PassCosts of(List<CostEstimate> costs, List<CostEstimate> others) {
    TreeSet<Integer> common = new TreeSet<>(numbers(costs.getFirst()));
    costs.forEach(cost -> common.retainAll(numbers(cost)));
    others.forEach(cost -> common.retainAll(numbers(cost)));
    return new PassCosts(costs.stream().map(cost -> costsNs(cost, common)).toList());
  }

  private static List<Integer> numbers(CostEstimate cost) {
    return cost.passes().stream().map(PassCost::pass).toList();
  }

  private static double[] costsNs(CostEstimate cost, Set<Integer> passes) {
    return cost.passes().stream()
        .filter(pass -> passes.contains(pass.pass()))
        .sorted(Comparator.comparingInt(PassCost::pass))
        .mapToDouble(PassCost::costNs)
        .toArray();
  }

  /** The setting that the passes kept for finding think highest. */
  int highest() {
    return rising().getLast();
  }

  /** The setting that the passes kept for finding think lowest. */
  int lowest() {
    return rising().getFirst();
  }

  private List<Integer> rising() {
    return IntStream.range(0, bySetting.size())
        .boxed()
        .sorted(Comparator.comparingDouble(setting -> sum(passes(true, setting))))
        .toList();
  }

  private static double sum(double[] values) {
    return DoubleStream.of(values).sum();
  }

  /** What one setting costs beyond another in each of the passes kept for testing, in ns. */
  double[] difference(int more, int less) {
    double[] of = passes(false, more);
    double[] from = passes(false, less);
    return IntStream.range(0, of.length).mapToDouble(i -> of[i] - from[i]).toArray();
  }

  private double[] passes(boolean finding, int setting) {
    double[] all = bySetting.get(setting);
    return IntStream.range(0, all.length)
        .filter(pass -> (pass % 3 == 0) == finding)
        .mapToDouble(pass -> all[pass])
        .toArray();
  }
}
