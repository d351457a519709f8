package org.switchlab.defect;

import java.util.OptionalDouble;
import java.util.Set;
import org.switchlab.sample.Couple;

/**
 * One long run without switches, then one long run with them: how a careful person does it the
 * first time, and how most programs do.
 *
 * <p>The flaw: the two runs are at different times. Whatever changes slowly (clock frequency,
 * temperature, a neighbour) changes between them and is charged to the switch. More rounds make
 * each run longer and bring the two no closer; the difference scatters from one application to the
 * next, and a single application cannot tell.
 */
final class LongSingleThenLongPair implements WrongMethod {

  @Override
  public String name() {
    return "long-single-then-long-pair";
  }

  @Override
  public String what() {
    return "one long run without switches, then one long run with them";
  }

  @Override
  public String why() {
    return "what drifts between the two runs is charged to the switch; it scatters, and one run"
        + " cannot tell";
  }

  @Override
  public Set<Conduct> needs() {
    return Set.of(Conduct.LONG);
  }

  @Override
  public OptionalDouble costNs(Pass pass) {
    return pass.of(Conduct.LONG).stream().mapToDouble(Couple::switchCostNs).findFirst();
  }
}
