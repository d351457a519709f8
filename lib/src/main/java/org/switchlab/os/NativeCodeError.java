package org.switchlab.os;

import org.jspecify.annotations.Nullable;

/** Native code cannot be loaded on this machine as it is; the message says what to set. */
public final class NativeCodeError extends LinkageError {

  private static final long serialVersionUID = 1L;

  /** What the first attempt came to: a JVM does not initialise a class twice. */
  private static @Nullable NativeCodeError first;

  NativeCodeError(String message, Throwable cause) {
    super(message, cause);
    remember(this);
  }

  private static synchronized void remember(NativeCodeError error) {
    first = error;
  }

  /**
   * What is behind {@code failure}: an attempt that failed earlier, if there was one, since later
   * ones tell no reason; or else itself.
   */
  public static synchronized LinkageError behind(LinkageError failure) {
    return first == null ? failure : first;
  }
}
