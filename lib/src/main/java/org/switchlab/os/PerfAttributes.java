package org.switchlab.os;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * {@code struct perf_event_attr} in its first published size, which every kernel accepts.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/perf_event_open.2.html">
 *     perf_event_open(2)</a>
 */
final class PerfAttributes {

  /** PERF_ATTR_SIZE_VER0. */
  static final int BYTES = 64;

  static final int TYPE_OFFSET = 0;
  static final int SIZE_OFFSET = 4;
  static final int CONFIG_OFFSET = 8;
  static final int READ_FORMAT_OFFSET = 32;
  static final int FLAGS_OFFSET = 40;

  /** PERF_FORMAT_TOTAL_TIME_ENABLED, PERF_FORMAT_TOTAL_TIME_RUNNING and PERF_FORMAT_GROUP. */
  static final long READ_FORMAT = 1 | 1 << 1 | 1 << 3;

  // The bit field after read_format, lowest bit first on both architectures.
  static final long DISABLED = 1;
  static final long INHERIT = 1 << 1;
  static final long EXCLUDE_USER = 1 << 4;
  static final long EXCLUDE_KERNEL = 1 << 5;
  static final long ENABLE_ON_EXEC = 1 << 12;

  private PerfAttributes() {}

  /** An event that children inherit; a group's leader starts disabled and holds the others. */
  static byte[] of(PerfCounter counter, boolean leader, PerfGroup.Start start) {
    return ByteBuffer.allocate(BYTES)
        .order(ByteOrder.nativeOrder())
        .putInt(TYPE_OFFSET, counter.event().type())
        .putInt(SIZE_OFFSET, BYTES)
        .putLong(CONFIG_OFFSET, counter.event().config())
        .putLong(READ_FORMAT_OFFSET, READ_FORMAT)
        .putLong(FLAGS_OFFSET, INHERIT | (leader ? leaderFlags(start) : 0) | exclusions(counter))
        .array();
  }

  private static long leaderFlags(PerfGroup.Start start) {
    return DISABLED | (start == PerfGroup.Start.ON_EXEC ? ENABLE_ON_EXEC : 0);
  }

  private static long exclusions(PerfCounter counter) {
    if (counter.event().place() == Event.Place.UNDIVIDED) {
      // Changes nothing in the count, and spares it the right that counting the kernel needs.
      return EXCLUDE_KERNEL;
    }
    Ring ring = counter.ring();
    return (ring.excludesUser() ? EXCLUDE_USER : 0) | (ring.excludesKernel() ? EXCLUDE_KERNEL : 0);
  }
}
