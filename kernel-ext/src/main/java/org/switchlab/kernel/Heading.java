package org.switchlab.kernel;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column's name split into what it is and its unit.
 *
 * @param label the name without its unit
 * @param unit the unit as it is printed; empty if the name carries none
 */
record Heading(String label, String unit) {

  /** How units are printed that names do not spell as they are. */
  private static final Map<String, String> SIGNS =
      Map.of(
          "Ns", "ns", "Us", "µs", "Ms", "ms", "Seconds", "s", "Bytes", "B", "Share", "share",
          "Percent", "%");

  // The unit follows a lower-case letter or digit: "Columns" has none, but "spanNs" has.
  // Summaries are named "Mean [durationNs]" by Tablesaw: the bracket stays with the label.
  private static final Pattern NAME =
      Pattern.compile("(.*[\\p{Ll}\\d])(Ns|Us|Ms|Seconds|Bytes|Share|Percent|KiB|MiB|Hz|MHz)(]?)");

  static Heading of(String columnName) {
    Matcher match = NAME.matcher(columnName);
    return match.matches()
        ? new Heading(
            match.group(1) + match.group(3), SIGNS.getOrDefault(match.group(2), match.group(2)))
        : new Heading(columnName, "");
  }
}
