package org.switchlab.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;

/** The settings that a machine cannot measure, with the reason: a table kept with the result. */
public final class GapTable {

  /** Its title. */
  public static final String TITLE = "gaps";

  /** The column of the reason, also of an estimate's row that has no number for that reason. */
  public static final Column GAP = Column.text("gap", "why there is no number");

  private GapTable() {}

  /**
   * One row a gap.
   *
   * @param reasons by setting, each with what mends it
   */
  public static Rows of(Plan plan, Map<Setting, String> reasons) {
    List<Column> columns = new ArrayList<>(plan.factors());
    columns.add(GAP);
    List<Row> rows = new ArrayList<>();
    reasons.forEach((setting, reason) -> rows.add(setting.row().with(GAP.name(), reason)));
    return new Rows(TITLE, columns, rows);
  }

  /** The reasons by setting, from a result's tables; none if it has no gaps. */
  public static Map<Setting, String> read(Plan plan, List<Rows> tables) {
    return tables.stream()
        .filter(table -> table.title().equals(TITLE))
        .flatMap(table -> table.rows().stream())
        .collect(
            Collectors.toMap(
                row -> Setting.in(row, plan.factorNames()),
                row -> row.text(GAP.name()),
                (first, second) -> first));
  }
}
