package org.switchlab.machine;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The running kernel.
 *
 * @param release for instance {@code 6.8.0-45-generic}
 * @param version its build: number, configuration, date
 * @param mitigations state of each processor vulnerability, by the kernel's name of it; empty if
 *     unknown
 * @param clockSources what the kernel could read the time from
 */
public record Kernel(
    @Nullable String release,
    @Nullable String version,
    SortedMap<String, String> mitigations,
    @Nullable String clockSource,
    List<String> clockSources) {

  private static final String VULNERABILITIES = "/sys/devices/system/cpu/vulnerabilities";
  static final String CLOCK = "/sys/devices/system/clocksource/clocksource0/";

  /** Keeps immutable copies. */
  public Kernel {
    mitigations = Collections.unmodifiableSortedMap(new TreeMap<>(mitigations));
    clockSources = List.copyOf(clockSources);
  }

  static Kernel read(SystemTree tree) {
    SortedMap<String, String> mitigations = new TreeMap<>();
    for (String name : tree.names(VULNERABILITIES)) {
      String state = tree.text(VULNERABILITIES + "/" + name);
      if (state != null) {
        mitigations.put(name, state);
      }
    }
    String clockSources = tree.textOrEmpty(CLOCK + "available_clocksource");
    return new Kernel(
        tree.text("/proc/sys/kernel/osrelease"),
        tree.text("/proc/sys/kernel/version"),
        mitigations,
        tree.text(CLOCK + "current_clocksource"),
        clockSources.isEmpty() ? List.of() : List.of(clockSources.split("\\s+", -1)));
  }
}
