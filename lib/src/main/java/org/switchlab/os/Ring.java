package org.switchlab.os;

/** Which side of the system-call boundary is counted. */
public enum Ring {
  /** The program's own instructions. */
  USER(false, true),
  /** The kernel's, on the program's behalf. Needs kernel.perf_event_paranoid of 1 or less. */
  KERNEL(true, false),
  /** Both together. Needs kernel.perf_event_paranoid of 1 or less. */
  BOTH(false, false);

  private final boolean excludesUser;
  private final boolean excludesKernel;

  Ring(boolean excludesUser, boolean excludesKernel) {
    this.excludesUser = excludesUser;
    this.excludesKernel = excludesKernel;
  }

  boolean excludesUser() {
    return excludesUser;
  }

  boolean excludesKernel() {
    return excludesKernel;
  }
}
