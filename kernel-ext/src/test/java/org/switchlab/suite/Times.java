package org.switchlab.suite;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the time went.
 *
 * @param byGroup how long the tests of each group took, by the group's name, in the order of their
 *     first test
 */
record Times(Map<String, Duration> byGroup) {

  static final Times NONE = new Times(Map.of());

  private static final String REST = "building, preparing";

  Times {
    byGroup = Collections.unmodifiableMap(new LinkedHashMap<>(byGroup));
  }

  static Times of(String group, Duration took) {
    return new Times(Map.of(group, took));
  }

  Times plus(Times other) {
    Map<String, Duration> sum = new LinkedHashMap<>(byGroup);
    other.byGroup.forEach((group, took) -> sum.merge(group, took, Duration::plus));
    return new Times(sum);
  }

  /** A line a group; what of {@code whole} no test accounts for is a group of its own. */
  String table(Duration whole) {
    StringBuilder text = new StringBuilder();
    byGroup.forEach((group, took) -> text.append(line("  " + group, took)));
    Duration tested = byGroup.values().stream().reduce(Duration.ZERO, Duration::plus);
    Duration rest = whole.minus(tested);
    if (rest.isPositive()) { // it is not where tests run side by side
      text.append(line("  " + REST, rest));
    }
    return line("time", whole) + text;
  }

  private static String line(String what, Duration took) {
    return "%-38s %2d min %2d s%n".formatted(what, took.toMinutes(), took.toSecondsPart());
  }
}
