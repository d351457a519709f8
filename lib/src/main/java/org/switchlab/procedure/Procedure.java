package org.switchlab.procedure;

import java.util.List;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Protocol;
import org.switchlab.table.Column;

/** A way of measuring the settings of a plan. */
public interface Procedure {

  /** What people can set about the measuring itself: precision, budget, source of counts. */
  List<Factor> options();

  /** How much {@code choices} ask for. */
  Protocol effort(Choices choices);

  /** What is seen of a setting each time, as columns. */
  List<Column> measures();

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
