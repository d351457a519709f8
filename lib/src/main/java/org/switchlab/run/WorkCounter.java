package org.switchlab.run;

import org.switchlab.sample.SwitchWork;

/** Counts what a switch executes, apart from any timing: counting slows what it counts. */
@FunctionalInterface
public interface WorkCounter {

  /**
   * Counts in one fresh process, without arrays.
   *
   * @param subject the measured loop, as the runner names it
   * @throws RunnerException if the process could not be started, failed, hung or wrote nonsense
   */
  SwitchWork count(String subject) throws RunnerException, InterruptedException;
}
