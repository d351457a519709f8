package org.switchlab.python;

/**
 * What was asked cannot be had on this machine as it is; the message says why and what would mend
 * it. Exit code 3.
 */
public final class NotPossibleException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is missing and the command that brings it, shown to the user as it is. */
  public NotPossibleException(String reason) {
    super(reason);
  }
}
