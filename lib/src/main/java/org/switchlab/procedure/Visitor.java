package org.switchlab.procedure;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.switchlab.plan.Setting;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.Observation;
import org.switchlab.table.Rows;
import org.switchlab.warning.Warning;

/** Measures one setting once, in fresh processes: the seam between the plan and the machine. */
public interface Visitor extends AutoCloseable {

  /**
   * Measures once.
   *
   * @param setting where
   * @param process number of the pass, from 0
   * @param seed of every random choice of this visit
   * @param sink is given each observation as it completes; those handed over are good
   * @throws RunnerException if the process could not be started, failed, hung or wrote nonsense
   * @throws InterruptedException if the calling thread was interrupted; the process is gone then
   */
  void visit(Setting setting, int process, long seed, Consumer<Observation> sink)
      throws RunnerException, InterruptedException;

  /**
   * Hears now and then, after a whole pass, how the run stands: one that divides time among
   * settings may do so anew.
   *
   * @param seen everything so far
   * @param needed where more observations would help to decide a verdict; empty if nowhere, or if
   *     there is none
   */
  default void passed(List<Observation> seen, Set<Setting> needed) {}

  /** Rights that were refused so far and the like, each once, with what mends it. */
  List<Warning> warnings();

  /** What else came to be known on the visits, to be kept with the result. */
  default List<Rows> facts() {
    return List.of();
  }

  /** Gives back what it holds. */
  @Override
  default void close() {}
}
