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

  /**
   * Measures; what was observed until an interrupt or a failure is in the answer.
   *
   * @throws MeasuringException if nothing could be observed, saying why and what mends it
   */
  Measured measure(Task task);

  /** The same with a step after it. */
  default Procedure then(Step step) {
    return new ThenStep(this, step);
  }
}
