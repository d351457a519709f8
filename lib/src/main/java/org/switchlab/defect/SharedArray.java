package org.switchlab.defect;

import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.statistics.descriptive.Median;
import org.switchlab.sample.Couple;

/**
 * Both processes walk one shared array: another program of {@code tsuna/contextswitch} does so.
 *
 * <p>The flaw: each process finds in the caches what the other has just walked, so that the
 * indirect cost, which the array is there to show, is lost. What remains is about the direct cost,
 * and a curve over the array size shows no hill where one is.
 */
final class SharedArray implements WrongMethod {

  @Override
  public String name() {
    return "shared-array";
  }

  @Override
  public String what() {
    return "let both processes walk one array (a program of tsuna/contextswitch)";
  }

  @Override
  public String why() {
    return "each finds in the caches what the other has just walked: the indirect cost is lost";
  }

  @Override
  public Set<Conduct> needs() {
    return Set.of(Conduct.SHARED_ARRAY);
  }

  @Override
  public OptionalDouble costNs(Pass pass) {
    double[] costsNs =
        pass.of(Conduct.SHARED_ARRAY).stream().mapToDouble(Couple::switchCostNs).toArray();
    return costsNs.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Median.withDefaults().evaluate(costsNs));
  }
}
