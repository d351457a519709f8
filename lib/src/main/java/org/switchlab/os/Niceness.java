package org.switchlab.os;

/** How far an ordinary thread stands back when others want its CPU: setpriority(2). */
public final class Niceness {

  private static final int LOWEST = -20;
  private static final int HIGHEST = 19;

  private static final int PRIO_PROCESS = 0; // sys/resource.h

  private Niceness() {}

  /** Sets that of a kernel thread: -20 (most demanding) to 19; lowering it again needs a right. */
  public static void set(long tid, int niceness) {
    if (niceness < LOWEST || niceness > HIGHEST) {
      throw new IllegalArgumentException(
          "niceness is %d; it must be %d..%d".formatted(niceness, LOWEST, HIGHEST));
    }
    LibC.check(
        LibC.setpriority(PRIO_PROCESS, KernelThread.requirePid(tid), niceness),
        "setpriority(PRIO_PROCESS, %d, %d)".formatted(tid, niceness),
        "raise the limit (ulimit -e) or keep the niceness it has");
  }
}
