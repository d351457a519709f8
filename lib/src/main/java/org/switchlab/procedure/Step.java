package org.switchlab.procedure;

/** Something done after the measuring proper, such as counting what was timed. */
@FunctionalInterface
public interface Step {

  /**
   * What was measured, with what this adds; an interrupt ends it with what it has, and stays set.
   */
  Measured after(Task task, Measured measured);
}
