package org.switchlab.machine;

import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists of CPUs in the kernel's form, {@code 0-3,8}; see cpuset(7). */
public final class CpuList {

  /** Four digits: Linux is built for 8192 CPUs at most. */
  private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");

  private CpuList() {}

  /** Reads {@code text}; parts that are not CPUs are left out, absent text is the empty list. */
  static List<Integer> parse(@Nullable String text) {
    return Stream.of((text == null ? "" : text).split(",", -1))
        .map(part -> RANGE.matcher(part.strip()))
        .filter(Matcher::matches)
        .flatMapToInt(CpuList::cpus)
        .boxed()
        .toList();
  }

  private static IntStream cpus(Matcher range) {
    int first = Integer.parseInt(range.group(1));
    return IntStream.rangeClosed(
        first, range.group(2) == null ? first : Integer.parseInt(range.group(2)));
  }

  /** Writes ascending {@code cpus} as the kernel would. */
  public static String text(List<Integer> cpus) {
    StringJoiner text = new StringJoiner(",");
    for (int first = 0, last; first < cpus.size(); first = last + 1) {
      last = first;
      while (last + 1 < cpus.size() && cpus.get(last + 1) == cpus.get(last) + 1) {
        last++;
      }
      text.add(cpus.get(first) + (last > first ? "-" + cpus.get(last) : ""));
    }
    return text.toString();
  }
}
