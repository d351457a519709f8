package org.switchlab.os;

/** What mends a refused {@code perf_event_open}. */
final class PerfRemedy {

  private PerfRemedy() {}

  static String of(Event event, Ring ring, int errno) {
    return switch (Errno.nameOf(errno)) {
      case "EPERM", "EACCES" -> permission(ring);
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
  private static String permission(Ring ring) {
    String level = ring.excludesKernel() ? "2" : "1";
    return ("set kernel.perf_event_paranoid to %s or less (sudo sysctl kernel.perf_event_paranoid=%s);"
            + " in a container: docker run --cap-add=PERFMON"
            + " with a seccomp profile that allows perf_event_open")
        .formatted(level, level);
  }
}
