package org.switchlab.os;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How a process ended: the status wait4(2) gave, and what it used. */
public record ExitStatus(int waitStatus, ResourceUsage usage) {

  private static final int SIGNAL_MASK = 0x7f;

  /** The code it exited with; absent if a signal ended it. */
  public OptionalInt code() {
    return signalNumber() == 0 ? OptionalInt.of(waitStatus >> 8 & 0xff) : OptionalInt.empty();
  }

  /** The signal that ended it; null if it exited by itself or the signal has no name. */
  public @Nullable Signal signal() {
    return Signal.of(signalNumber());
  }

  /** Whether it exited by itself with code 0. */
  public boolean success() {
    return waitStatus == 0;
  }

  /** A few words: {@code exited with code 3}, {@code was killed by SIGSEGV}. */
  public String describe() {
    if (signalNumber() == 0) {
      return "exited with code " + code().getAsInt();
    }
    Signal signal = signal();
    return "was killed by " + (signal == null ? "signal " + signalNumber() : signal);
  }

  private int signalNumber() {
    return waitStatus & SIGNAL_MASK;
  }
}
