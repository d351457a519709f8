package org.switchlab.os;

import com.sun.jna.Memory;

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

  private PerfAttributes() {}

  /** An event that children inherit; a group's leader starts disabled and holds the others. */
  static Memory of(Event event, Ring ring, boolean leader) {
    var attributes = new Memory(BYTES);
    attributes.clear();
    attributes.setInt(TYPE_OFFSET, event.type());
    attributes.setInt(SIZE_OFFSET, BYTES);
    attributes.setLong(CONFIG_OFFSET, event.config());
    attributes.setLong(READ_FORMAT_OFFSET, READ_FORMAT);
    attributes.setLong(FLAGS_OFFSET, INHERIT | (leader ? DISABLED : 0) | exclusions(event, ring));
    return attributes;
  }

  private static long exclusions(Event event, Ring ring) {
    if (event.place() == Event.Place.UNDIVIDED) {
      // Changes nothing in the count, and spares it the right that counting the kernel needs.
      return EXCLUDE_KERNEL;
    }
    return (ring.excludesUser() ? EXCLUDE_USER : 0) | (ring.excludesKernel() ? EXCLUDE_KERNEL : 0);
  }
}
