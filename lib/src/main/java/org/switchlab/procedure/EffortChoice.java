package org.switchlab.procedure;

import java.util.List;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Factor;

/** How much is measured, as options. */
public interface EffortChoice {

  /** What people can set. */
  List<Factor> options();

  /**
   * How much {@code choices} ask for.
   *
   * @throws IllegalArgumentException if they contradict each other
   */
  Effort effort(Choices choices);
}
