package org.switchlab.procedure;

import java.util.List;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Measure;
import org.switchlab.table.Column;

/** A procedure and a step after it; an interrupt leaves the step out. */
record ThenStep(Procedure first, Step step) implements Procedure {

  @Override
  public List<Factor> options() {
    return first.options();
  }

  @Override
  public Effort effort(Choices choices) {
    return first.effort(choices);
  }

  @Override
  public List<Column> measures() {
    return first.measures();
  }

  @Override
  public Procedure measuring(List<Measure> measures) {
    return new ThenStep(first.measuring(measures), step);
  }

  @Override
  public Measured measure(Task task) {
    Measured measured = first.measure(task);
    return measured.interrupted() ? measured : step.after(task, measured);
  }
}
