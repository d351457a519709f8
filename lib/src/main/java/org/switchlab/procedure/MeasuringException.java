package org.switchlab.procedure;

import org.jspecify.annotations.Nullable;

/** Nothing could be measured; the message says why and what mends it. */
public final class MeasuringException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With the failure that ended it, if there is one. */
  public MeasuringException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
