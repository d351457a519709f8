package org.switchlab.defect;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.switchlab.sample.Couple;

/**
 * Minimum of three, timed by separate programs: the code of C. Li, C. Ding and K. Shen,
 * <i>Quantifying the cost of context switch</i>, ExpCS 2007.
 *
 * <p>One program times the loop without switches, another the loop with them; each is run three
 * times and the fastest is kept. The flaw: the two minima come from different processes, with other
 * page mappings, at other times. Their difference is no time that anything took, and nothing keeps
 * it above zero. A minimum also answers how lucky a run can be, not what a run is like.
 */
final class Li2007 implements WrongMethod {

  @Override
  public String name() {
    return "li-2007";
  }

  @Override
  public String what() {
    return "minimum of three runs, with and without switches timed by separate programs (Li, Ding,"
        + " Shen 2007)";
  }

  @Override
  public String why() {
    return "two minima of two processes: other mappings, other times; their difference can even be"
        + " negative";
  }

  @Override
  public Set<Conduct> needs() {
    return Set.of(Conduct.SEPARATE);
  }

  @Override
  public OptionalDouble costNs(Pass pass) {
    List<Couple> runs = pass.of(Conduct.SEPARATE);
    return runs.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            least(runs, run -> run.pair().roundNs()) / 2
                - least(runs, run -> run.single().roundNs()));
  }

  private static double least(List<Couple> runs, ToDoubleFunction<Couple> timeNs) {
    return runs.stream().mapToDouble(timeNs).min().orElseThrow();
  }
}
