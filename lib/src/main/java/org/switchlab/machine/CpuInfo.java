package org.switchlab.machine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One processor's paragraph of {@code /proc/cpuinfo}: its lines, by what stands before the colon.
 */
record CpuInfo(Map<String, String> fields) {

  /** The paragraph of {@code cpu}, or the first one if there is none of it. */
  static CpuInfo parse(String cpuinfo, int cpu) {
    List<CpuInfo> all =
        Arrays.stream(cpuinfo.split("\n\\s*\n", -1)).map(CpuInfo::paragraph).toList();
    String number = Integer.toString(cpu);
    return all.stream()
        .filter(info -> number.equals(info.get("processor")))
        .findFirst()
        .orElse(all.getFirst());
  }

  private static CpuInfo paragraph(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String line : text.split("\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0 && !line.substring(colon + 1).isBlank()) {
        fields.putIfAbsent(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    return new CpuInfo(fields);
  }

  /** The field, if it is there and not empty. */
  @Nullable String get(String name) {
    return fields.get(name);
  }

  /** The field, if it is a number. */
  @Nullable Integer number(String name) {
    return Numbers.parseInt(get(name));
  }

  /** Whether this x86 processor shows {@code flag}; absent where there are no such flags. */
  @Nullable Boolean flag(String flag) {
    String flags = get("flags");
    return flags == null ? null : (" " + flags + " ").contains(" " + flag + " ");
  }

  boolean arm() {
    return get("CPU implementer") != null;
  }
}
