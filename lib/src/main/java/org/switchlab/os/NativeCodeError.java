package org.switchlab.os;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Native code cannot be loaded on this machine as it is; the message says what to set. */
public final class NativeCodeError extends LinkageError {

  private static final long serialVersionUID = 1L;

  /** A JVM initialises a class once: whoever asks later is told no reason. */
  private static final AtomicReference<String> FIRST_MESSAGE = new AtomicReference<>();

  NativeCodeError(String message, Throwable cause) {
    super(message, cause);
    FIRST_MESSAGE.set(message);
  }

  /** Why native code could not be loaded in this process; empty as long as that did not happen. */
  public static Optional<String> told() {
    return Optional.ofNullable(FIRST_MESSAGE.get());
  }
}
