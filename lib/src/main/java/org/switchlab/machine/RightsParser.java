package org.switchlab.machine;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What this process may do: capabilities(7), getrlimit(2), sched(7), perf_event_open(2). */
final class RightsParser {

  /** Bit numbers: Linux, include/uapi/linux/capability.h. */
  private enum Capability {
    CAP_SYS_ADMIN(21),
    CAP_SYS_NICE(23),
    CAP_PERFMON(38);

    private final int bit;

    Capability(int bit) {
      this.bit = bit;
    }
  }

  /** Monitoring units of cores; the others in that folder belong to buses, memory or software. */
  private static final Pattern CORE_COUNTERS =
      Pattern.compile("cpu|cpu_core|cpu_atom|cpum_cf|armv\\d.*|apple_.*_pmu");

  /** The highest real-time priority there is: sched(7). */
  private static final long HIGHEST_PRIORITY = 99;

  private RightsParser() {}

  static Rights parse(SystemTree tree) {
    return new Rights(
        capabilities(tree.afterPrefix("proc/self/status", "CapEff:")),
        priorityLimit(tree.afterPrefix("proc/self/limits", "Max realtime priority")),
        tree.number("proc/sys/kernel/sched_rt_runtime_us"),
        tree.number("proc/sys/kernel/sched_rt_period_us"),
        Numbers.parseInt(tree.text("proc/sys/kernel/perf_event_paranoid")),
        counters(tree.names("sys/bus/event_source/devices")));
  }

  private static @Nullable SortedSet<String> capabilities(@Nullable String hex) {
    if (hex == null || !hex.matches("\\p{XDigit}{1,16}")) {
      return null;
    }
    long mask = Long.parseUnsignedLong(hex, 16);
    SortedSet<String> names = new TreeSet<>();
    for (Capability capability : Capability.values()) {
      if (((mask >>> capability.bit) & 1) == 1) {
        names.add(capability.name());
      }
    }
    return names;
  }

  private static @Nullable Long priorityLimit(@Nullable String limits) {
    String soft = limits == null ? null : limits.split("\\s+", -1)[0];
    return "unlimited".equals(soft) ? Long.valueOf(HIGHEST_PRIORITY) : Numbers.parse(soft);
  }

  static @Nullable List<String> counters(@Nullable List<String> devices) {
    return devices == null
        ? null
        : devices.stream().filter(name -> CORE_COUNTERS.matcher(name).matches()).toList();
  }
}
