package org.switchlab.defect;

import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Median;

/**
 * The overhead is measured once, hot, and results that are not positive are dropped: {@code
 * lat_ctx} of lmbench (L. McVoy and C. Staelin, <i>lmbench: portable tools for performance
 * analysis</i>, USENIX 1996).
 *
 * <p>The flaw: one best-case overhead is taken off every result, so what slows the messages
 * themselves from then on is charged to the switch; and a distribution whose lower part is cut off
 * has a higher middle. Where the cost is large beside the noise this hardly shows; where it is not,
 * zero cannot be answered.
 */
final class LatCtx implements WrongMethod {

  @Override
  public String name() {
    return "lat-ctx";
  }

  @Override
  public String what() {
    return "take one hot-cache overhead off every result, drop what is not positive (lmbench's"
        + " lat_ctx)";
  }

  @Override
  public String why() {
    return "a best case is taken off the usual case, and without its negative part noise has a"
        + " positive middle: too high";
  }

  @Override
  public OptionalDouble costNs(Pass pass) {
    OptionalDouble overheadNs =
        pass.of(Conduct.PAIRED).stream().mapToDouble(couple -> couple.single().roundNs()).min();
    double[] positiveNs =
        pass.of(Conduct.PAIRED).stream()
            .mapToDouble(couple -> couple.pair().roundNs() / 2 - overheadNs.orElseThrow())
            .filter(costNs -> costNs > 0)
            .toArray();
    return positiveNs.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Median.withDefaults().evaluate(positiveNs));
  }
}
