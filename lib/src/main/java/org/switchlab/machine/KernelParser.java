package org.switchlab.machine;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The running kernel: its release, mitigations and clock source. */
final class KernelParser {

  private static final String VULNERABILITIES = "sys/devices/system/cpu/vulnerabilities";
  private static final String CLOCK = "sys/devices/system/clocksource/clocksource0/";

  private KernelParser() {}

  static Kernel parse(SystemTree tree) {
    String clockSources = tree.text(CLOCK + "available_clocksource");
    return new Kernel(
        tree.text("proc/sys/kernel/osrelease"),
        tree.text("proc/sys/kernel/version"),
        mitigations(tree),
        tree.text(CLOCK + "current_clocksource"),
        clockSources == null ? List.of() : List.of(clockSources.split("\\s+", -1)));
  }

  private static SortedMap<String, String> mitigations(SystemTree tree) {
    SortedMap<String, String> states = new TreeMap<>();
    List<String> names = tree.names(VULNERABILITIES);
    for (String name : names == null ? List.<String>of() : names) {
      String state = tree.text(VULNERABILITIES + "/" + name);
      if (state != null) {
        states.put(name, state);
      }
    }
    return states;
  }
}
