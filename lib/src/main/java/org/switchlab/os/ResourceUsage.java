package org.switchlab.os;

import com.sun.jna.Memory;

/**
 * What an ended process used, with the descendants it waited for.
 *
 * @param userNs processor time outside the kernel, in ns
 * @param systemNs processor time in the kernel, in ns
 * @param minorFaults page faults served without reading from a disk
 * @param majorFaults page faults that read from a disk
 * @param voluntarySwitches context switches because it waited ({@code ru_nvcsw})
 * @param involuntarySwitches context switches because another task had to run ({@code ru_nivcsw})
 * @see <a href="https://man7.org/linux/man-pages/man2/getrusage.2.html">getrusage(2)</a>
 */
public record ResourceUsage(
    long userNs,
    long systemNs,
    long minorFaults,
    long majorFaults,
    long voluntarySwitches,
    long involuntarySwitches) {

  /** Size of {@code struct rusage}: two timevals and fourteen longs. */
  static final int BYTES = 144;

  static final int USER_TIME_OFFSET = 0;
  static final int SYSTEM_TIME_OFFSET = 16;
  static final int MINOR_FAULTS_OFFSET = 64;
  static final int MAJOR_FAULTS_OFFSET = 72;
  static final int VOLUNTARY_OFFSET = 128;
  static final int INVOLUNTARY_OFFSET = 136;

  static ResourceUsage from(Memory usage) {
    return new ResourceUsage(
        timevalNs(usage, USER_TIME_OFFSET),
        timevalNs(usage, SYSTEM_TIME_OFFSET),
        usage.getLong(MINOR_FAULTS_OFFSET),
        usage.getLong(MAJOR_FAULTS_OFFSET),
        usage.getLong(VOLUNTARY_OFFSET),
        usage.getLong(INVOLUNTARY_OFFSET));
  }

  private static long timevalNs(Memory usage, int offset) {
    return usage.getLong(offset) * 1_000_000_000 + usage.getLong(offset + 8L) * 1_000;
  }
}
