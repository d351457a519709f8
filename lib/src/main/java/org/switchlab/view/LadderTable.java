package org.switchlab.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.AddressSpaceCost;
import org.switchlab.estimate.RungEstimate;
import org.switchlab.sample.SwitchWork;
import org.switchlab.table.Estimate;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A ladder as Tablesaw tables; what is absent is missing, never 0. */
public final class LadderTable {

  private LadderTable() {}

  /** What a switch costs: one row a rung, from the floor up. */
  public static Table of(List<RungEstimate> rungs) {
    Table table =
        Table.create(
            "switch ladder",
            StringColumn.create("rung"),
            StringColumn.create("scope"),
            DoubleColumn.create("estimateNs"),
            DoubleColumn.create("ciLowNs"),
            DoubleColumn.create("ciHighNs"),
            DoubleColumn.create("grossNs"),
            DoubleColumn.create("syscallsPerSwitch"),
            StringColumn.create("stop"));
    for (RungEstimate rung : rungs) {
      table.stringColumn("rung").append(rung.rung().name());
      table.stringColumn("scope").append(rung.rung().scope().word());
      appendEstimate(table, rung.cost().switchCostNs());
      append(table, "grossNs", rung.grossNs());
      SwitchWork work = rung.work();
      append(table, "syscallsPerSwitch", work == null ? null : work.systemCallsPerSwitch());
      table.stringColumn("stop").append(SwitchCostTable.stop(rung.cost()));
    }
    return table;
  }

  /** What a switch executes: one row a rung that was counted. */
  public static Table ofWork(List<RungEstimate> rungs) {
    Table table =
        Table.create(
            "work of a switch",
            StringColumn.create("rung"),
            DoubleColumn.create("syscallsPerSwitch"),
            DoubleColumn.create("netSyscallsPerSwitch"),
            DoubleColumn.create("userInstructionsPerSwitch"));
    for (RungEstimate rung : rungs) {
      SwitchWork work = rung.work();
      if (work != null) {
        table.stringColumn("rung").append(rung.rung().name());
        append(table, "syscallsPerSwitch", work.systemCallsPerSwitch());
        append(table, "netSyscallsPerSwitch", work.netSystemCallsPerSwitch());
        append(table, "userInstructionsPerSwitch", work.userInstructionsPerSwitch());
      }
    }
    return table;
  }

  /** What the change of the address space costs: one row a mechanism. */
  public static Table ofAddressSpace(List<AddressSpaceCost> costs) {
    Table table =
        Table.create(
            "cost of the address-space change",
            StringColumn.create("mechanism"),
            DoubleColumn.create("estimateNs"),
            DoubleColumn.create("ciLowNs"),
            DoubleColumn.create("ciHighNs"));
    for (AddressSpaceCost cost : costs) {
      table.stringColumn("mechanism").append(cost.mechanism());
      appendEstimate(table, cost.differenceNs());
    }
    return table;
  }

  private static void appendEstimate(Table table, @Nullable Estimate estimate) {
    append(table, "estimateNs", estimate == null ? null : estimate.value());
    append(table, "ciLowNs", estimate == null ? null : estimate.low());
    append(table, "ciHighNs", estimate == null ? null : estimate.high());
  }

  private static void append(Table table, String column, @Nullable Double number) {
    SwitchCostTable.append(table, column, number);
  }
}
