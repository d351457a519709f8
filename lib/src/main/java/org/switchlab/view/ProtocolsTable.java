package org.switchlab.view;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.switchlab.defect.Comparison;
import org.switchlab.table.Estimate;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Wrong methods beside the right one, as a Tablesaw table: one row a wrong method. */
public final class ProtocolsTable {

  private ProtocolsTable() {}

  /**
   * A table of {@code comparisons} in their order; what is absent is missing, never 0. The columns
   * {@code ciLowNs} and {@code ciHighNs} are the interval of {@code errorNs}.
   */
  public static Table of(List<Comparison> comparisons) {
    Table table =
        Table.create(
            "protocols",
            StringColumn.create("protocol"),
            DoubleColumn.create("wrongNs"),
            DoubleColumn.create("rightNs"),
            DoubleColumn.create("errorNs"),
            DoubleColumn.create("errorShare"),
            DoubleColumn.create("ciLowNs"),
            DoubleColumn.create("ciHighNs"),
            DoubleColumn.create("onceLowNs"),
            DoubleColumn.create("onceHighNs"),
            IntColumn.create("applications"),
            IntColumn.create("unanswered"),
            StringColumn.create("stop"));
    comparisons.forEach(comparison -> append(table, comparison));
    return table;
  }

  private static void append(Table table, Comparison comparison) {
    Estimate error = comparison.errorNs();
    table.stringColumn("protocol").append(comparison.name());
    append(table, "wrongNs", value(comparison.wrongNs()));
    append(table, "rightNs", value(comparison.rightNs()));
    append(table, "errorNs", value(error));
    append(table, "errorShare", comparison.errorShare());
    append(table, "ciLowNs", error == null ? null : error.low());
    append(table, "ciHighNs", error == null ? null : error.high());
    append(table, "onceLowNs", comparison.onceLowNs());
    append(table, "onceHighNs", comparison.onceHighNs());
    table.intColumn("applications").append(comparison.applications());
    table.intColumn("unanswered").append(comparison.unanswered());
    table.stringColumn("stop").append(comparison.stop().name().toLowerCase(Locale.ROOT));
  }

  private static @Nullable Double value(@Nullable Estimate estimate) {
    return estimate == null ? null : estimate.value();
  }

  private static void append(Table table, String column, @Nullable Double number) {
    if (number == null) {
      table.doubleColumn(column).appendMissing();
    } else {
      table.doubleColumn(column).append(number);
    }
  }
}
