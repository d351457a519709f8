package org.switchlab.defect;

import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Median;
import org.switchlab.sample.Couple;

/**
 * Divides by four switches a round trip, of which there are two: a program of {@code
 * tsuna/contextswitch} does so.
 *
 * <p>The flaw: nobody counted. The kernel counts every switch of a process ({@code ru_nvcsw},
 * {@code ru_nivcsw}); the right method compares that with what it divides by, for every batch. The
 * error is a factor of exactly two, on every machine, and no statistic can show it.
 */
final class TwiceTheSwitches implements WrongMethod {

  @Override
  public String name() {
    return "twice-the-switches";
  }

  @Override
  public String what() {
    return "divide by four switches a round trip (a program of tsuna/contextswitch)";
  }

  @Override
  public String why() {
    return "the kernel counts two: half the cost, always and quietly; only counting shows it";
  }

  @Override
  public OptionalDouble costNs(Pass pass) {
    double[] costsNs = pass.of(Conduct.PAIRED).stream().mapToDouble(Couple::switchCostNs).toArray();
    return costsNs.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Median.withDefaults().evaluate(costsNs) / 2);
  }
}
