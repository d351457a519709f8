package org.switchlab.procedure;

import java.util.function.Consumer;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Plan;
import org.switchlab.run.Progress;
import org.switchlab.sample.Observation;

/**
 * What a procedure is to do.
 *
 * @param plan what to measure
 * @param machine where
 * @param choices what was chosen, defaults included
 * @param recorder is given each observation as soon as it is good
 * @param progress is told how far it has come
 * @param needs says which verdicts are still open
 */
public record Task(
    Plan plan,
    Machine machine,
    Choices choices,
    Consumer<Observation> recorder,
    Progress.Listener progress,
    Needs needs) {

  /** The same of an experiment without claims. */
  public Task(
      Plan plan,
      Machine machine,
      Choices choices,
      Consumer<Observation> recorder,
      Progress.Listener progress) {
    this(plan, machine, choices, recorder, progress, Needs.NONE);
  }
}
