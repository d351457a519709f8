package org.switchlab.procedure;

import java.util.List;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Measure;
import org.switchlab.table.Column;

/** A way of measuring the settings of a plan. */
public interface Procedure {

  /** What people can set about the measuring itself: precision, budget, source of counts. */
  List<Factor> options();

  /** How much {@code choices} ask for. */
  Effort effort(Choices choices);

  /** What is seen of a setting each time, as columns. */
  List<Column> measures();

  /**
   * The same seeing what an experiment says that it measures.
   *
   * @throws IllegalArgumentException if what it sees is its own to say
   */
  default Procedure measuring(List<Measure> measures) {
    throw new IllegalArgumentException(
        "this way of measuring sees %s and nothing else: leave .measure(…) out"
            .formatted(String.join(", ", measures().stream().map(Column::name).toList())));
  }

  /** The way of measuring that {@code choices} ask for, where there are several. */
  default Procedure chosen(Choices choices) {
    return this;
  }

  /**
   * Whether all of it measures on this machine, so that no other measurement may run beside it;
   * false also if that is known only on the way: then the procedure waits for its turn itself.
   */
  default boolean measuresHere() {
    return true;
  }

  /**
   * Measures; what was observed until an interrupt or a failure is in the answer.
   *
   * @throws MeasuringException if nothing could be observed, saying why and what mends it
   */
  Measured measure(Task task);

  /** The same with a step after it. */
  default Procedure then(Step step) {
    return new Step.Then(this, step);
  }

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
      public Procedure chosen(Choices choices) {
        return new Then(first.chosen(choices), step);
      }

      @Override
      public Procedure measuring(List<Measure> measures) {
        return new Then(first.measuring(measures), step);
      }

      @Override
      public boolean measuresHere() {
        return first.measuresHere();
      }

      @Override
      public Measured measure(Task task) {
        Measured measured = first.measure(task);
        return measured.interrupted() ? measured : step.after(task, measured);
      }
    }
  }
}
