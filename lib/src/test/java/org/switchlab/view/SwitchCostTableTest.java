package org.switchlab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.table.Estimate;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

class SwitchCostTableTest {

  @Test
  void columnsAreThePublishedOnesWithExplicitTypes() {
    Table table = SwitchCostTable.of(List.of());
    assertThat(table.columnNames()).isEqualTo(SwitchCostTable.COLUMNS);
    assertThat(SwitchCostTable.columnTypes())
        .hasSameSizeAs(SwitchCostTable.COLUMNS)
        .startsWith(ColumnType.LONG, ColumnType.LONG, ColumnType.DOUBLE)
        .endsWith(ColumnType.LONG, ColumnType.LONG, ColumnType.STRING);
  }

  @Test
  void whatIsAbsentIsMissingAndNotZero() {
    Table table =
        SwitchCostTable.of(
            List.of(
                Figures.point(1024, 8, new Estimate(0, -5, 5, 0.95)),
                Figures.point(2048, 8, null)));
    assertThat(table.doubleColumn("estimateNs").get(0)).isZero();
    for (String column : List.of("estimateNs", "ciLowNs", "ciHighNs", "singleNs", "quietShare")) {
      assertThat(table.column(column).isMissing(0)).as(column).isFalse();
      assertThat(table.column(column).isMissing(1)).as(column).isTrue();
    }
    assertThat(table.stringColumn("stop").asList()).containsExactly("precision", "failed");
  }
}
