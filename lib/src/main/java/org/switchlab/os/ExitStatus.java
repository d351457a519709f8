package org.switchlab.os;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How a process ended: the status wait4(2) gave, and what it used. */
public record ExitStatus(int waitStatus, ResourceUsage usage) {

  /**
   * What an ended process used, with the descendants it waited for: getrusage(2).
   *
   * @param userNs processor time outside the kernel, in ns
   * @param systemNs processor time in the kernel, in ns
   * @param minorFaults page faults served without reading from a disk
   * @param majorFaults page faults that read from a disk
   * @param voluntarySwitches context switches because it waited ({@code ru_nvcsw})
   * @param involuntarySwitches context switches because another task had to run ({@code ru_nivcsw})
   */
  public record ResourceUsage(
      long userNs,
      long systemNs,
      long minorFaults,
      long majorFaults,
      long voluntarySwitches,
      long involuntarySwitches) {

    /** {@code struct rusage} is two timevals and fourteen longs; a place counts longs. */
    static final int LONGS = 18;

    static final int USER_TIME = 0;
    static final int SYSTEM_TIME = 2;
    static final int MINOR_FAULTS = 8;
    static final int MAJOR_FAULTS = 9;
    static final int VOLUNTARY = 16;
    static final int INVOLUNTARY = 17;

    static ResourceUsage of(long[] usage) {
      return new ResourceUsage(
          timevalNs(usage, USER_TIME),
          timevalNs(usage, SYSTEM_TIME),
          usage[MINOR_FAULTS],
          usage[MAJOR_FAULTS],
          usage[VOLUNTARY],
          usage[INVOLUNTARY]);
    }

    private static long timevalNs(long[] usage, int place) {
      return usage[place] * 1_000_000_000 + usage[place + 1] * 1_000;
    }
  }

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
