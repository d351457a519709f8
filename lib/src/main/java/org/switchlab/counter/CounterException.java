package org.switchlab.counter;

import org.jspecify.annotations.Nullable;

/** A source of counts cannot be had here, or was lost; the message says why and what mends it. */
public final class CounterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why, and what to do about it; the cause if there is one. */
  public CounterException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
