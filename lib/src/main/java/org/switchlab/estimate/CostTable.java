package org.switchlab.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/** Costs of switches as rows, and back: one row a setting, and one a process. */
public final class CostTable {

  /** Title of the table of what each process answers. */
  public static final String PROCESSES = "processes";

  /** Column of the median cost that one process answers. */
  public static final String MEDIAN = "medianNs";

  private static final List<Column> COLUMNS =
      List.of(
          Column.mainEstimate(Unit.NS, "cost of a switch"),
          Column.number("singleNs", Unit.NS, "single"),
          Column.number("roundTripNs", Unit.NS, "round trip"),
          Column.count("processes", "processes"),
          Column.count("batches", "couples"),
          Column.number("quietShare", Unit.SHARE, "quiet"),
          Column.count("switchesExpected", "switches expected"),
          Column.count("switchesCounted", "switches counted"),
          Column.estimate("disturbed", Unit.NS, "cost while disturbed"),
          Column.count("rejected", "couples rejected"),
          Column.text("stop", "stopped by"));

  private CostTable() {}

  /** One row an estimate, columns of the plan's factors first. */
  public static Rows of(Plan plan, List<CostEstimate> estimates) {
    List<Column> columns = new ArrayList<>(plan.factors());
    columns.addAll(COLUMNS);
    return new Rows(Analysis.ESTIMATES, columns, estimates.stream().map(CostTable::row).toList());
  }

  private static Row row(CostEstimate estimate) {
    Row where = estimate.setting().row();
    return where
        .with(Column.ESTIMATE_NAME, estimate.switchCostNs())
        .with(
            "disturbed", estimate.disturbedCostNs(),
            "singleNs", estimate.singleNs(),
            "roundTripNs", estimate.roundTripNs(),
            "processes", estimate.processes(),
            "batches", estimate.batches(),
            "rejected", estimate.rejected(),
            "quietShare", estimate.quietShare(),
            "switchesExpected", estimate.switchesExpected(),
            "switchesCounted", estimate.switchesCounted(),
            "stop", estimate.stop().name().toLowerCase(Locale.ROOT));
  }

  /** One row a process that has an answer: its median cost. */
  public static Rows processes(Plan plan, List<CostEstimate> estimates) {
    List<Column> columns = new ArrayList<>(plan.factors());
    columns.add(Column.count(Observation.PROCESS, "process"));
    columns.add(Column.number(MEDIAN, Unit.NS, "median cost"));
    List<Row> rows = new ArrayList<>();
    for (CostEstimate estimate : estimates) {
      List<Double> medians = estimate.processMediansNs();
      for (int i = 0; i < medians.size(); i++) {
        rows.add(estimate.setting().row().with(Observation.PROCESS, i, MEDIAN, medians.get(i)));
      }
    }
    return new Rows(PROCESSES, columns, rows);
  }

  /** The estimates that {@link #of} and {@link #processes} made rows of. */
  public static List<CostEstimate> read(Plan plan, Rows estimates, Rows processes) {
    return estimates.rows().stream()
        .map(row -> read(row, Setting.in(row, plan.factorNames()), processes))
        .toList();
  }

  private static CostEstimate read(Row row, Setting setting, Rows processes) {
    return new CostEstimate(
        setting,
        row.estimate(Column.ESTIMATE_NAME),
        row.estimate("disturbed"),
        number(row, "singleNs"),
        number(row, "roundTripNs"),
        mediansNs(setting, processes),
        Math.toIntExact(row.whole("processes")),
        Math.toIntExact(row.whole("batches")),
        Math.toIntExact(row.whole("rejected")),
        number(row, "quietShare"),
        row.whole("switchesExpected"),
        row.whole("switchesCounted"),
        Stop.valueOf(row.text("stop").toUpperCase(Locale.ROOT)));
  }

  private static List<Double> mediansNs(Setting setting, Rows processes) {
    return processes.rows().stream()
        .filter(row -> row.values().entrySet().containsAll(setting.row().values().entrySet()))
        .map(row -> row.number(MEDIAN).orElseThrow())
        .toList();
  }

  private static @Nullable Double number(Row row, String name) {
    OptionalDouble number = row.number(name);
    return number.isPresent() ? (Double) number.getAsDouble() : null;
  }
}
