package org.switchlab.defect;

import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.statistics.descriptive.Median;
import org.switchlab.sample.Couple;

/**
 * Leaves the choice of CPUs to the scheduler, which puts the two processes on two of them.
 *
 * <p>The flaw: neither process displaces the other, so there is no switch between them. What is
 * measured is how long it takes to wake a process on another CPU, which is another quantity and
 * usually a larger one. {@code perf bench sched pipe} measures so unless it is pinned.
 */
final class Unpinned implements WrongMethod {

  @Override
  public String name() {
    return "unpinned";
  }

  @Override
  public String what() {
    return "leave the CPUs to the scheduler (perf bench sched pipe, unless it is pinned)";
  }

  @Override
  public String why() {
    return "on two CPUs nobody is switched out: this is the time of a wake-up across CPUs";
  }

  @Override
  public Set<Conduct> needs() {
    return Set.of(Conduct.UNPINNED);
  }

  @Override
  public OptionalDouble costNs(Pass pass) {
    double[] costsNs =
        pass.of(Conduct.UNPINNED).stream().mapToDouble(Couple::switchCostNs).toArray();
    return costsNs.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Median.withDefaults().evaluate(costsNs));
  }
}
