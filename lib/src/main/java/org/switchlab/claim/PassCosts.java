package org.switchlab.claim;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.PassCost;

/**
 * The costs of several settings in the passes that measured all of them.
 *
 * <p>The highest of noisy costs is too high and the lowest too low, and whoever looks for a peak
 * and tests it on the same numbers is deceived. So each pass is read at the setting that the
 * <i>other</i> passes together find highest or lowest: its own noise has no say in which that is.
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
    return cost.passes().stream().map(PassCost::pass).collect(Collectors.toList());
  }

  private static double[] costsNs(CostEstimate cost, TreeSet<Integer> passes) {
    return cost.passes().stream()
        .filter(pass -> passes.contains(pass.pass()))
        .sorted(Comparator.comparingInt(PassCost::pass))
        .mapToDouble(PassCost::costNs)
        .toArray();
  }

  int passes() {
    return bySetting.getFirst().length;
  }

  /** One number a pass. */
  double[] each(ToDoubleFunction<Integer> ofPass) {
    return IntStream.range(0, passes()).mapToDouble(pass -> ofPass.applyAsDouble(pass)).toArray();
  }

  /** The cost of a setting in a pass, in ns. */
  double at(int setting, int pass) {
    return bySetting.get(setting)[pass];
  }

  /** The setting that the passes but this one find highest. */
  int highestByOthers(int pass) {
    return byOthers(pass).getLast();
  }

  /** The setting that the passes but this one find lowest. */
  int lowestByOthers(int pass) {
    return byOthers(pass).getFirst();
  }

  private List<Integer> byOthers(int pass) {
    return IntStream.range(0, bySetting.size())
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                setting -> DoubleStream.of(bySetting.get(setting)).sum() - at(setting, pass)))
        .toList();
  }
}
