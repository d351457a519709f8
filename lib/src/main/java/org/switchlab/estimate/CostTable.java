package org.switchlab.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/** Costs of switches as rows, and back: one row a setting, and one a pass. */
public final class CostTable {

  /** Title of the table of what each pass says. */
  public static final String PASSES = "passes";

  /** Column of the mean cost, beside the typical one. */
  public static final String MEAN = "mean";

  /** Column of the direct part of the typical cost. */
  public static final String DIRECT = "direct";

  /** Column of its indirect part. */
  public static final String INDIRECT = "indirect";

  private static final String PASS = "pass";
  private static final String SAMPLES = "samples";
  private static final String REJECTED = "rejected";
  private static final String STOP = "stop";

  private static final List<Column> COLUMNS =
      List.of(
          Column.mainEstimate(Unit.NS, "cost of a switch"),
          Column.number("singleNs", Unit.NS, "single"),
          Column.number("roundTripNs", Unit.NS, "round trip"),
          Column.estimate(DIRECT, Unit.NS, "message and switch"),
          Column.estimate(INDIRECT, Unit.NS, "array fetched again"),
          Column.estimate(MEAN, Unit.NS, "mean cost"),
          Column.count(PASSES, "passes"),
          Column.count(SAMPLES, "samples"),
          Column.count(REJECTED, "samples rejected"),
          Column.count("switchesExpected", "switches expected"),
          Column.count("switchesCounted", "switches counted"),
          Column.text(STOP, "stopped by"));

  private static final List<Column> PASS_COLUMNS =
      List.of(
          Column.count(PASS, "pass"),
          Column.number("costNs", Unit.NS, "cost of a switch"),
          Column.number("directNs", Unit.NS, "message and switch"),
          Column.number("indirectNs", Unit.NS, "array fetched again"),
          Column.number("meanNs", Unit.NS, "mean cost"));

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
            DIRECT,
            estimate.directNs(),
            INDIRECT,
            estimate.indirectNs(),
            MEAN,
            estimate.meanCostNs(),
            "singleNs",
            estimate.singleNs(),
            "roundTripNs",
            estimate.roundTripNs(),
            PASSES,
            estimate.passes().size(),
            SAMPLES,
            estimate.samples(),
            REJECTED,
            estimate.rejected(),
            "switchesExpected",
            estimate.switchesExpected(),
            "switchesCounted",
            estimate.switchesCounted(),
            STOP,
            estimate.stop().name().toLowerCase(Locale.ROOT));
  }

  /** One row a pass of each setting. */
  public static Rows passes(Plan plan, List<CostEstimate> estimates) {
    List<Column> columns = new ArrayList<>(plan.factors());
    columns.addAll(PASS_COLUMNS);
    List<Row> rows = new ArrayList<>();
    for (CostEstimate estimate : estimates) {
      estimate.passes().forEach(pass -> rows.add(row(estimate.setting(), pass)));
    }
    return new Rows(PASSES, columns, rows);
  }

  private static Row row(Setting setting, PassCost pass) {
    return setting
        .row()
        .with(
            PASS,
            pass.pass(),
            "costNs",
            pass.costNs(),
            "directNs",
            pass.directNs(),
            "indirectNs",
            pass.indirectNs(),
            "meanNs",
            pass.meanNs());
  }

  /** The estimates that {@link #of} and {@link #passes} made rows of. */
  public static List<CostEstimate> read(Plan plan, Rows estimates, Rows passes) {
    Map<Setting, List<PassCost>> bySetting =
        passes.rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> Setting.in(row, plan.factorNames()),
                    Collectors.mapping(CostTable::pass, Collectors.toList())));
    return estimates.rows().stream()
        .map(row -> read(row, Setting.in(row, plan.factorNames()), bySetting))
        .toList();
  }

  private static CostEstimate read(
      Row row, Setting setting, Map<Setting, List<PassCost>> bySetting) {
    return new CostEstimate(
        setting,
        row.estimate(Column.ESTIMATE_NAME),
        row.estimate(MEAN),
        row.estimate(DIRECT),
        row.estimate(INDIRECT),
        number(row, "singleNs"),
        number(row, "roundTripNs"),
        bySetting.getOrDefault(setting, List.of()),
        Math.toIntExact(row.whole(SAMPLES)),
        Math.toIntExact(row.whole(REJECTED)),
        row.whole("switchesExpected"),
        row.whole("switchesCounted"),
        Stop.valueOf(row.text(STOP).toUpperCase(Locale.ROOT)));
  }

  private static PassCost pass(Row row) {
    return new PassCost(
        Math.toIntExact(row.whole(PASS)),
        row.number("costNs").orElseThrow(),
        row.number("meanNs").orElseThrow(),
        number(row, "directNs"),
        number(row, "indirectNs"));
  }

  private static @Nullable Double number(Row row, String name) {
    OptionalDouble number = row.number(name);
    return number.isPresent() ? (Double) number.getAsDouble() : null;
  }
}
