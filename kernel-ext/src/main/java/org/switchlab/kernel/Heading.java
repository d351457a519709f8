package org.switchlab.kernel;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column's name split into what it is and its unit.
 *
 * @param label the name without its unit
 * @param unit the unit as it is printed; empty if the name carries none
 */
record Heading(String label, String unit) {

  private record Suffix(Pattern pattern, String unit) {}

  // The suffix follows a lower-case letter or digit, so that "Columns" has no unit but "spanNs"
  // has.
  // Summaries are named "Mean [durationNs]" by Tablesaw: the bracket stays with the label.
  private static final List<Suffix> SUFFIXES =
      List.of(
          suffix("Ns", "ns"),
          suffix("Us", "µs"),
          suffix("Ms", "ms"),
          suffix("Seconds", "s"),
          suffix("Bytes", "B"),
          suffix("KiB", "KiB"),
          suffix("MiB", "MiB"),
          suffix("Share", "share"),
          suffix("Percent", "%"),
          suffix("Hz", "Hz"),
          suffix("MHz", "MHz"));

  private static Suffix suffix(String text, String unit) {
    return new Suffix(Pattern.compile("(.*[\\p{Ll}\\d])" + text + "(]?)"), unit);
  }

  static Heading of(String columnName) {
    for (Suffix suffix : SUFFIXES) {
      Matcher match = suffix.pattern().matcher(columnName);
      if (match.matches()) {
        return new Heading(match.group(1) + match.group(2), suffix.unit());
      }
    }
    return new Heading(columnName, "");
  }
}
