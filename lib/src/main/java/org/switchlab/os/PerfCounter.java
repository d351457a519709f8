package org.switchlab.os;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** One counter to open with perf_event_open(2): of an event, on a side of the system calls. */
public record PerfCounter(Event event, Ring ring) {

  /** PERF_ATTR_SIZE_VER0: the first published size, which every kernel accepts. */
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

  /** Refuses a ring in which the event cannot be counted. */
  public PerfCounter {
    event.requireCountableIn(ring);
  }

  /**
   * Its {@code struct perf_event_attr}: children inherit it; a group's leader starts disabled and
   * holds the others.
   */
  byte[] attributes(boolean leader, PerfGroup.Start start) {
    long onExec = start == PerfGroup.Start.ON_EXEC ? ENABLE_ON_EXEC : 0;
    return ByteBuffer.allocate(BYTES)
        .order(ByteOrder.nativeOrder())
        .putInt(TYPE_OFFSET, event.type())
        .putInt(SIZE_OFFSET, BYTES)
        .putLong(CONFIG_OFFSET, event.config())
        .putLong(READ_FORMAT_OFFSET, READ_FORMAT)
        .putLong(FLAGS_OFFSET, INHERIT | (leader ? DISABLED | onExec : 0) | exclusion())
        .array();
  }

  private long exclusion() {
    if (event.place() == Event.Place.UNDIVIDED) {
      // Changes nothing in the count, and spares it the right that counting the kernel needs.
      return EXCLUDE_KERNEL;
    }
    return switch (ring) {
      case USER -> EXCLUDE_KERNEL;
      case KERNEL -> EXCLUDE_USER;
      case BOTH -> 0;
    };
  }

  /** What mends its refusal. */
  String remedy(int errno) {
    return switch (Errno.nameOf(errno)) {
      case "EPERM", "EACCES" -> permission();
      case "ENOENT", "ENODEV", "EOPNOTSUPP" ->
          "this machine or its hypervisor has no counter for %s; count software events instead"
              .formatted(event.name());
      case "ENOSYS" -> "this kernel was built without performance events, or a sandbox hides them";
      case "EINVAL" -> "the processor cannot count this group at once; ask for fewer events";
      case "EMFILE" -> "close descriptors or raise their limit: ulimit -n";
      default -> "";
    };
  }

  /** Levels: {@code kernel.perf_event_paranoid} in the kernel's admin-guide/sysctl/kernel.rst. */
  private String permission() {
    String level = ring == Ring.USER ? "2" : "1";
    return ("set kernel.perf_event_paranoid to %s or less (sudo sysctl"
            + " kernel.perf_event_paranoid=%s); in a container: docker run --cap-add=PERFMON"
            + " with a seccomp profile that allows perf_event_open")
        .formatted(level, level);
  }

  @Override
  public String toString() {
    return "%s, %s".formatted(event.name(), ring);
  }
}
