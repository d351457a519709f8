package org.switchlab.emulator;

import org.jspecify.annotations.Nullable;

/** The emulated machine failed; the message says how, and what mends it. */
public sealed class EmulatorException extends RuntimeException permits NoEmulatorException {

  private static final long serialVersionUID = 1L;

  /** How, and what to do about it. */
  public EmulatorException(String message) {
    this(message, null);
  }

  /** How, and what to do about it; the cause if there is one. */
  public EmulatorException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
