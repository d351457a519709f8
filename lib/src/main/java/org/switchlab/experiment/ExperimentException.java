package org.switchlab.experiment;

import org.switchlab.plan.Plan;
import org.switchlab.run.RunnerException;

/** Nothing could be measured; the message says why and what mends it. */
public final class ExperimentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Of a plan whose measuring failed before there was anything. */
  static ExperimentException nothing(Plan plan, RunnerException cause) {
    return new ExperimentException(
        "%s measured nothing: %s".formatted(plan.experiment(), cause.getMessage()), cause);
  }

  /** Of a plan that was interrupted before there was anything; the thread stays interrupted. */
  static ExperimentException interrupted(Plan plan, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new ExperimentException(
        plan.experiment() + " was interrupted before it had measured anything", cause);
  }

  /** With the failure that ended the experiment. */
  public ExperimentException(String message, Throwable cause) {
    super(message, cause);
  }
}
