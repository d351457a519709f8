package org.switchlab.view;

import org.jspecify.annotations.Nullable;
import org.switchlab.counter.MissesPerSwitch;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.table.Estimate;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Measured costs on either page size, and beside them the emulated misses of a switch. */
public final class PeakOriginTable {

  private PeakOriginTable() {}

  /** One row a point; what is not known is missing, never 0. */
  public static Table of(PeakOriginFigure figure) {
    Table table =
        Table.create(
            "origin of the peak",
            LongColumn.create("arrayBytes"),
            LongColumn.create("strideBytes"),
            LongColumn.create("pageBytes"),
            DoubleColumn.create("estimateNs"),
            DoubleColumn.create("ciLowNs"),
            DoubleColumn.create("ciHighNs"),
            DoubleColumn.create("emulatedL2MissesPerSwitch"),
            DoubleColumn.create("emulatedDtlbMissesPerSwitch"),
            StringColumn.create("stop"));
    figure.estimates().forEach(estimate -> append(table, estimate, figure));
    return table;
  }

  private static void append(Table table, PointEstimate estimate, PeakOriginFigure figure) {
    Estimate cost = estimate.switchCostNs();
    MissesPerSwitch misses = figure.behind(estimate).orElse(null);
    table.longColumn("arrayBytes").append(estimate.point().arrayBytes());
    table.longColumn("strideBytes").append(estimate.point().strideBytes());
    table.longColumn("pageBytes").append(estimate.point().pageBytes());
    append(table, "estimateNs", cost == null ? null : cost.value());
    append(table, "ciLowNs", cost == null ? null : cost.low());
    append(table, "ciHighNs", cost == null ? null : cost.high());
    append(table, "emulatedL2MissesPerSwitch", misses == null ? null : misses.l2Misses());
    append(table, "emulatedDtlbMissesPerSwitch", misses == null ? null : misses.dtlbMisses());
    table.stringColumn("stop").append(SwitchCostTable.stop(estimate));
  }

  private static void append(Table table, String column, @Nullable Double number) {
    if (number == null) {
      table.doubleColumn(column).appendMissing();
    } else {
      table.doubleColumn(column).append(number);
    }
  }
}
