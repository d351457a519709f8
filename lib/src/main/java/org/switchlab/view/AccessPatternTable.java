package org.switchlab.view;

import java.util.List;
import org.switchlab.estimate.AccessPattern;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/** Every touch of every walk, as a Tablesaw table: one row a touch, in order. */
public final class AccessPatternTable {

  private AccessPatternTable() {}

  /** A table of {@code patterns} in their order; everything counts from 0. */
  public static Table of(List<AccessPattern> patterns) {
    Table table =
        Table.create(
            "access pattern",
            LongColumn.create("arrayBytes"),
            LongColumn.create("strideBytes"),
            LongColumn.create("order"),
            LongColumn.create("index"),
            LongColumn.create("offsetBytes"),
            LongColumn.create("cacheLine"),
            LongColumn.create("page"));
    for (AccessPattern pattern : patterns) {
      for (int touch = 0; touch < pattern.touches(); touch++) {
        table.longColumn("arrayBytes").append(pattern.point().arrayBytes());
        table.longColumn("strideBytes").append(pattern.point().strideBytes());
        table.longColumn("order").append(touch);
        table.longColumn("index").append(pattern.order().get(touch));
        table.longColumn("offsetBytes").append(pattern.offsetBytes(touch));
        table.longColumn("cacheLine").append(pattern.line(touch));
        table.longColumn("page").append(pattern.page(touch));
      }
    }
    return table;
  }
}
