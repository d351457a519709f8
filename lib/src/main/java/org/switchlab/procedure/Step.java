package org.switchlab.procedure;

import java.util.List;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Measure;
import org.switchlab.table.Column;

/** Something done after the measuring proper, such as counting what was timed. */
@FunctionalInterface
public interface Step {

  /**
   * What was measured, with what this adds; an interrupt ends it with what it has, and stays set.
   */
  Measured after(Task task, Measured measured);

  /** A procedure and a step after it; an interrupt leaves the step out. */
  record Then(Procedure first, Step step) implements Procedure {
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
      return new Then(first.measuring(measures), step);
    }

    @Override
    public Measured measure(Task task) {
      Measured measured = first.measure(task);
      return measured.interrupted() ? measured : step.after(task, measured);
    }
  }
}
