package org.switchlab.emulator;

import org.jspecify.annotations.Nullable;

/** This machine has no emulator that could be used; the message says what to type to get one. */
public final class NoEmulatorException extends EmulatorException {

  private static final long serialVersionUID = 1L;

  /** What is missing, and what to type. */
  public NoEmulatorException(String message) {
    this(message, null);
  }

  /** What is missing, and what to type; the cause if there is one. */
  public NoEmulatorException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
