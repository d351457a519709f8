package org.switchlab.procedure;

import java.util.List;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Protocol;

/** How much is measured, as options. */
public interface Effort {

  /** What people can set. */
  List<Factor> options();

  /**
   * How much {@code choices} ask for.
   *
   * @throws IllegalArgumentException if they contradict each other
   */
  Protocol effort(Choices choices);
}
