package org.switchlab.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists of CPUs in the kernel's form, {@code 0-3,8}; see cpuset(7). */
public final class CpuList {

  /** Four digits: Linux is built for 8192 CPUs at most. */
  private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");

  private CpuList() {}

  /** Reads {@code text}; parts that are not CPUs are left out, absent text is the empty list. */
  static List<Integer> parse(@Nullable String text) {
    List<Integer> cpus = new ArrayList<>();
    if (text == null) {
      return cpus;
    }
    for (String part : text.strip().split(",", -1)) {
      Matcher range = RANGE.matcher(part.strip());
      if (range.matches()) {
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
        for (int cpu = first; cpu <= last; cpu++) {
          cpus.add(cpu);
        }
      }
    }
    return cpus;
  }

  /** Writes ascending {@code cpus} as the kernel would. */
  public static String text(List<Integer> cpus) {
    StringBuilder text = new StringBuilder();
    for (int first = 0; first < cpus.size(); ) {
      int last = first;
      while (last + 1 < cpus.size() && cpus.get(last + 1) == cpus.get(last) + 1) {
        last++;
      }
      text.append(text.isEmpty() ? "" : ",").append(cpus.get(first));
      if (last > first) {
        text.append('-').append(cpus.get(last));
      }
      first = last + 1;
    }
    return text.toString();
  }
}
