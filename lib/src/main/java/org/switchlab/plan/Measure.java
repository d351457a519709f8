package org.switchlab.plan;

import java.util.Locale;
import org.switchlab.table.Column;
import org.switchlab.table.Unit;

/**
 * Something that is seen of a setting each time, declared once: what a program reports, the
 * observations' column and the estimate's follow from it.
 *
 * @param name without its unit: {@code late}
 * @param unit of its numbers
 */
public record Measure(String name, Unit unit) {

  /** Takes a name with its unit for the same one: {@code lateNs} for {@code late}. */
  public Measure {
    if (unit == Unit.NONE) {
      throw new IllegalArgumentException(
          "the measure '%s' has no unit: give it one of those that Unit lists".formatted(name));
    }
    name = bare(name, unit);
    new Column(name, Column.Type.NUMBER, unit, name);
  }

  /** A measure of a unit as researchers write it: {@code ns}, {@code count}. */
  public static Measure of(String name, String unit) {
    return new Measure(name, Unit.of(unit));
  }

  private static String bare(String name, Unit unit) {
    String suffix = unit.suffix();
    return !suffix.isEmpty() && name.endsWith(suffix) && name.length() > suffix.length()
        ? name.substring(0, name.length() - suffix.length())
        : name;
  }

  /** Its column of observations, whose name ends with the unit: {@code lateNs}. */
  public Column observed() {
    return Column.number(name + unit.suffix(), unit, heading());
  }

  /** Its column of estimates: {@code late}, and flat {@code lateNs, lateLowNs, lateHighNs}. */
  public Column estimated() {
    return Column.estimate(name, unit, heading());
  }

  private String heading() {
    return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }
}
