package org.switchlab.run;

import org.switchlab.sample.SwitchWork;

/** Counts what a switch executes, apart from any timing: counting slows what it counts. */
@FunctionalInterface
public interface WorkCounter {

  /** Counts in one fresh process, without arrays; the runner names the measured loop so. */
  SwitchWork count(String subject) throws RunnerException, InterruptedException;
}
