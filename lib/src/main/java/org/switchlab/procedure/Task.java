package org.switchlab.procedure;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Plan;
import org.switchlab.run.Progress;
import org.switchlab.sample.Observation;
import org.switchlab.sample.SlotRounds;

/**
 * What a procedure is to do.
 *
 * @param plan what to measure
 * @param machine where
 * @param choices what was chosen, defaults included
 * @param recorder is given each observation as soon as it is good
 * @param progress is told how far it has come
 * @param needs says which verdicts are still open
 * @param rounds is given the rounds of each slot, if they are to be kept; absent otherwise
 */
public record Task(
    Plan plan,
    Machine machine,
    Choices choices,
    Consumer<Observation> recorder,
    Progress.Listener progress,
    Needs needs,
    @Nullable Consumer<SlotRounds> rounds) {

  /** The same of an experiment without claims, keeping no rounds. */
  public Task(
      Plan plan,
      Machine machine,
      Choices choices,
      Consumer<Observation> recorder,
      Progress.Listener progress) {
    this(plan, machine, choices, recorder, progress, Needs.NONE, null);
  }
}
