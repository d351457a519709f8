package org.switchlab.run;

import org.jspecify.annotations.Nullable;

/** A runner process failed; the message names the phase, the cause and the end of its stderr. */
public final class RunnerException extends Exception {

  private static final long serialVersionUID = 1L;

  /** With the whole story in {@code message}. */
  public RunnerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
