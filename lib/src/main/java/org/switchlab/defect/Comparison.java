package org.switchlab.defect;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.Stop;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Unit;

/**
 * A wrong method beside the right one, on the same machine in the same run. What is undefined is
 * absent ({@code null}).
 *
 * <p>A wrong method can be wrong in two ways. A <em>bias</em> shows in {@link #errorNs}: its
 * interval leaves zero out. A <em>scatter</em> shows in the range of single applications: whoever
 * applies the method once gets one number out of that range and cannot know which.
 *
 * @param name the wrong method's name
 * @param wrongNs what it answers, in ns: the trimmed mean of its applications
 * @param rightNs what the right method answers, in ns
 * @param errorNs wrong − right within a pass, in ns: the trimmed mean over passes
 * @param errorShare that error as a share of what is right
 * @param onceLowNs lower end of the range in which 95 % of single applications answer, in ns
 * @param onceHighNs its upper end, in ns
 * @param applications how often the method was applied
 * @param unanswered how many of these had no answer
 * @param what what the method does, and who does so
 * @param why why that is wrong
 * @param stop why measuring ended
 */
public record Comparison(
    String name,
    @Nullable Estimate wrongNs,
    @Nullable Estimate rightNs,
    @Nullable Estimate errorNs,
    @Nullable Double errorShare,
    @Nullable Double onceLowNs,
    @Nullable Double onceHighNs,
    int applications,
    int unanswered,
    String what,
    String why,
    Stop stop) {

  /** Its columns in a table of methods. */
  public static final List<Column> COLUMNS =
      List.of(
          Column.text("method", "method"),
          Column.estimate("wrong", Unit.NS, "wrong"),
          Column.estimate("right", Unit.NS, "right"),
          Column.estimate("error", Unit.NS, "error"),
          Column.number("errorShare", Unit.SHARE, "of what is right"),
          Column.number("onceLowNs", Unit.NS, "once, from"),
          Column.number("onceHighNs", Unit.NS, "once, to"),
          Column.count("applications", "applied"),
          Column.count("unanswered", "without an answer"),
          Column.text("stop", "stopped by"),
          Column.text("what", "what it does"),
          Column.text("why", "why that is wrong"));

  /** As a row of such a table. */
  public Row row() {
    return Row.of(
        "method", name,
        "wrong", wrongNs,
        "right", rightNs,
        "error", errorNs,
        "errorShare", errorShare,
        "onceLowNs", onceLowNs,
        "onceHighNs", onceHighNs,
        "applications", applications,
        "unanswered", unanswered,
        "stop", stop.name().toLowerCase(Locale.ROOT),
        "what", what,
        "why", why);
  }

  /** From a row of such a table. */
  public static Comparison of(Row row) {
    return new Comparison(
        row.text("method"),
        row.estimate("wrong"),
        row.estimate("right"),
        row.estimate("error"),
        number(row, "errorShare"),
        number(row, "onceLowNs"),
        number(row, "onceHighNs"),
        Math.toIntExact(row.whole("applications")),
        Math.toIntExact(row.whole("unanswered")),
        row.text("what"),
        row.text("why"),
        Stop.valueOf(row.text("stop").toUpperCase(Locale.ROOT)));
  }

  private static @Nullable Double number(Row row, String name) {
    OptionalDouble number = row.number(name);
    return number.isPresent() ? (Double) number.getAsDouble() : null;
  }
}
