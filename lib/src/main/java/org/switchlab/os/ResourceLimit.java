package org.switchlab.os;

import org.jspecify.annotations.Nullable;

/**
 * A limit on what a process may use: prlimit(2).
 *
 * @param soft what the kernel enforces, in the resource's unit
 * @param hard up to where the process may raise {@code soft} itself
 */
public record ResourceLimit(long soft, long hard) {

  /** What is limited; numbers as in {@code include/uapi/asm-generic/resource.h}. */
  public enum Resource {
    /** Size of a core dump, in bytes. */
    CORE(4),
    /** Real-time priority that may be taken without privilege, 0..99. */
    RTPRIO(14),
    /** Processor time under a real-time policy without a wait in between, in µs. */
    RTTIME(15);

    final int number;

    Resource(int number) {
      this.number = number;
    }
  }

  /** The limit that process {@code pid} has. */
  public static ResourceLimit of(long pid, Resource resource) {
    return prlimit(pid, resource, null);
  }

  /** Changes the soft limit of process {@code pid}, leaves the hard one, and gives what it had. */
  public static ResourceLimit setSoft(long pid, Resource resource, long soft) {
    return prlimit(pid, resource, new long[] {soft, of(pid, resource).hard});
  }

  private static ResourceLimit prlimit(long pid, Resource resource, long @Nullable [] wanted) {
    long[] previous = new long[2];
    LibC.check(
        LibC.prlimit(KernelThread.requirePid(pid), resource.number, wanted, previous),
        "prlimit(%d, RLIMIT_%s%s)".formatted(pid, resource, wanted == null ? "" : ", " + wanted[0]),
        "");
    return new ResourceLimit(previous[0], previous[1]);
  }
}
