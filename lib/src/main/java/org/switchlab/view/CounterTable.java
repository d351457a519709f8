package org.switchlab.view;

import java.util.List;
import org.switchlab.counter.CounterRow;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The rows of a counter figure as a Tablesaw table. */
public final class CounterTable {

  /** The columns' names, in order; each number's unit is in its name or its event. */
  public static final List<String> COLUMNS =
      List.of(
          "arrayBytes",
          "strideBytes",
          "variant",
          "level",
          "space",
          "event",
          "count",
          "instructions",
          "perThousandInstructions",
          "switches");

  private CounterTable() {}

  /** A table of {@code rows} in their order; what is absent is missing, never 0. */
  public static Table of(List<CounterRow> rows) {
    Table table =
        Table.create(
            "counts",
            LongColumn.create("arrayBytes"),
            LongColumn.create("strideBytes"),
            StringColumn.create("variant"),
            StringColumn.create("level"),
            StringColumn.create("space"),
            StringColumn.create("event"),
            LongColumn.create("count"),
            LongColumn.create("instructions"),
            DoubleColumn.create("perThousandInstructions"),
            LongColumn.create("switches"));
    rows.forEach(row -> append(table, row));
    return table;
  }

  private static void append(Table table, CounterRow row) {
    table.longColumn("arrayBytes").append(row.arrayBytes());
    table.longColumn("strideBytes").append(row.strideBytes());
    table.stringColumn("variant").append(row.variant());
    table.stringColumn("level").append(row.level().word());
    table.stringColumn("space").append(row.space().word());
    table.stringColumn("event").append(row.event().word());
    table.longColumn("count").append(row.count());
    Long instructions = row.instructions();
    if (instructions == null) {
      table.longColumn("instructions").appendMissing();
    } else {
      table.longColumn("instructions").append(instructions);
    }
    Double ratio = row.perThousandInstructions();
    if (ratio == null) {
      table.doubleColumn("perThousandInstructions").appendMissing();
    } else {
      table.doubleColumn("perThousandInstructions").append(ratio);
    }
    table.longColumn("switches").append(row.switches());
  }
}
