package org.switchlab.result;

import org.jspecify.annotations.Nullable;

/** A result folder cannot be read or written; the message names the file and the repair. */
public final class ResultException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With the whole story in {@code message}. */
  public ResultException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
