package org.switchlab.run;

import org.switchlab.sample.SwitchWork;

/** Counts what a switch executes, apart from any timing: counting slows what it counts. */
public interface WorkCounter {

  /**
   * Counts in one fresh process.
   *
   * @param job its subject and CPUs; neither time nor repetition is of interest here
   * @throws RunnerException if the process could not be started, failed, hung or wrote nonsense
   * @throws InterruptedException if the calling thread was interrupted; the process is gone then
   */
  SwitchWork count(ProcessJob job) throws RunnerException, InterruptedException;
}
