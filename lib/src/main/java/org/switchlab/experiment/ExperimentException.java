package org.switchlab.experiment;

/** Nothing could be measured; the message says why and what mends it. */
public final class ExperimentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With the failure that ended the experiment. */
  public ExperimentException(String message, Throwable cause) {
    super(message, cause);
  }
}
