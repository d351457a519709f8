package org.switchlab.view;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.table.Estimate;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The estimates of a switch-cost experiment as a Tablesaw table: one row a point. */
public final class SwitchCostTable {

  /** The columns' names, in order; each number's unit is in its name, shares are 0 to 1. */
  public static final List<String> COLUMNS =
      List.of(
          "arrayBytes",
          "strideBytes",
          "estimateNs",
          "ciLowNs",
          "ciHighNs",
          "singleNs",
          "roundTripNs",
          "processes",
          "batches",
          "quietShare",
          "switchesExpected",
          "switchesCounted",
          "stop");

  private SwitchCostTable() {}

  /** The columns' types, for reading a stored table: Tablesaw would guess them from the data. */
  public static List<ColumnType> columnTypes() {
    return empty().types();
  }

  /** A table of {@code estimates} in their order; what is absent is missing, never 0. */
  public static Table of(List<PointEstimate> estimates) {
    Table table = empty();
    estimates.forEach(estimate -> append(table, estimate));
    return table;
  }

  private static Table empty() {
    return Table.create(
        "switch cost",
        LongColumn.create("arrayBytes"),
        LongColumn.create("strideBytes"),
        DoubleColumn.create("estimateNs"),
        DoubleColumn.create("ciLowNs"),
        DoubleColumn.create("ciHighNs"),
        DoubleColumn.create("singleNs"),
        DoubleColumn.create("roundTripNs"),
        IntColumn.create("processes"),
        IntColumn.create("batches"),
        DoubleColumn.create("quietShare"),
        LongColumn.create("switchesExpected"),
        LongColumn.create("switchesCounted"),
        StringColumn.create("stop"));
  }

  private static void append(Table table, PointEstimate estimate) {
    Estimate cost = estimate.switchCostNs();
    table.longColumn("arrayBytes").append(estimate.point().arrayBytes());
    table.longColumn("strideBytes").append(estimate.point().strideBytes());
    append(table, "estimateNs", cost == null ? null : cost.value());
    append(table, "ciLowNs", cost == null ? null : cost.low());
    append(table, "ciHighNs", cost == null ? null : cost.high());
    append(table, "singleNs", estimate.singleNs());
    append(table, "roundTripNs", estimate.roundTripNs());
    table.intColumn("processes").append(estimate.processes());
    table.intColumn("batches").append(estimate.batches());
    append(table, "quietShare", estimate.quietShare());
    table.longColumn("switchesExpected").append(estimate.switchesExpected());
    table.longColumn("switchesCounted").append(estimate.switchesCounted());
    table.stringColumn("stop").append(stop(estimate));
  }

  /** Why sampling ended, as stored and shown. */
  static String stop(PointEstimate estimate) {
    return estimate.stop().name().toLowerCase(Locale.ROOT);
  }

  /** Appends a number, or a missing value for one that is absent. */
  static void append(Table table, String column, @Nullable Double number) {
    if (number == null) {
      table.doubleColumn(column).appendMissing();
    } else {
      table.doubleColumn(column).append(number);
    }
  }
}
