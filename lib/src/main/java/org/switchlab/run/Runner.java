package org.switchlab.run;

import java.util.List;
import java.util.function.Consumer;
import org.switchlab.sample.Couple;
import org.switchlab.sample.Rounds;
import org.switchlab.sample.Slot;
import org.switchlab.warning.Warning;

/** Measures single processes: the seam between the plan and the machine. */
public interface Runner {

  /**
   * Runs one fresh process and hands over each couple as it completes; those are good if it fails.
   */
  void measure(ProcessJob job, Consumer<Couple> sink) throws RunnerException, InterruptedException;

  /**
   * Runs one fresh process that stamps every round, and hands over each slot as it completes; those
   * are good if it fails. Answers how it stamped.
   */
  Stamping stamped(StampedJob job, Consumer<Slot> sink)
      throws RunnerException, InterruptedException;

  /**
   * The same handing over every timed round of a slot, just before the slot.
   *
   * @throws RunnerException if this runner keeps no rounds, or for what {@link #stamped} throws it
   */
  default Stamping stamped(StampedJob job, Consumer<Slot> sink, Consumer<Rounds> rounds)
      throws RunnerException, InterruptedException {
    throw new RunnerException("this runner keeps no rounds", null);
  }

  /** Rights that were refused so far, each once, with what mends it. */
  List<Warning> warnings();
}
