package org.switchlab.os;

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
