package org.switchlab.os;

/** Which side of the system-call boundary is counted. */
public enum Ring {
  /** The program's own instructions. */
  USER,
  /** The kernel's, on the program's behalf. Needs kernel.perf_event_paranoid of 1 or less. */
  KERNEL,
  /** Both together. Needs kernel.perf_event_paranoid of 1 or less. */
  BOTH
}
