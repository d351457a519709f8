package org.switchlab.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/**
 * The looks at the verdicts of a run that goes on until they are decided. Each look is a chance to
 * be wrong, so the error that the run may make is shared out: half of it to the first look, a
 * quarter to the second, and so on, which in all is never more than the whole.
 */
public final class Looks {

  /** Title of the table of looks. */
  public static final String TABLE = "looks";

  private static final String LOOK = "look";
  private static final String LEVEL = "levelShare";
  private static final String PASSES = "passes";
  private static final String OPEN = "open";

  private static final List<Column> COLUMNS =
      List.of(
          Column.count(LOOK, "look"),
          Column.number("afterNs", Unit.NS, "after"),
          Column.count(PASSES, "passes"),
          Column.number(LEVEL, Unit.SHARE, "level"),
          Column.count(OPEN, "verdicts open"));

  private final double level;
  private final List<Row> rows = new ArrayList<>();

  /**
   * Of a run.
   *
   * @param level of all looks together
   */
  Looks(double level) {
    this.level = level;
  }

  /** The level of the look that comes next. */
  double level() {
    return 1 - (1 - level) * Math.pow(0.5, rows.size() + 1.0);
  }

  /**
   * A look was taken.
   *
   * @param open verdicts that it left open; absent if the run was interrupted before it
   */
  void add(long afterNs, int passes, @Nullable Integer open) {
    rows.add(
        Row.of(
            LOOK,
            rows.size() + 1,
            "afterNs",
            (double) afterNs,
            PASSES,
            passes,
            LEVEL,
            level(),
            OPEN,
            open));
  }

  Rows table() {
    return new Rows(TABLE, COLUMNS, rows);
  }

  /** The level of the last look in the facts of a run; empty if it did not wait for verdicts. */
  public static Optional<Double> lastLevel(List<Rows> facts) {
    return facts.stream()
        .filter(rows -> rows.title().equals(TABLE) && !rows.isEmpty())
        .map(rows -> rows.rows().getLast().number(LEVEL).orElseThrow())
        .findFirst();
  }
}
