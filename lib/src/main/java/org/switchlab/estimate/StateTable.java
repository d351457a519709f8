package org.switchlab.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Slot;
import org.switchlab.sample.SlotVisit;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/** How disturbed the machine was, as its messages tell: one row a subject. */
public final class StateTable {

  /** Title of the table. */
  public static final String TABLE = "state";

  /** Column of the share of samples that nobody disturbed. */
  public static final String QUIET = "quietShare";

  /** Column of what a message takes on the undisturbed machine. */
  public static final String FLOOR = "messageFloorNs";

  /** Column of how many samples that is of. */
  static final String SAMPLES = "samples";

  private StateTable() {}

  /** One row for all settings that differ in array and stride only. */
  static Rows of(Plan plan, List<SlotVisit> visits, MessageFloor floor) {
    List<Column> columns =
        new ArrayList<>(
            plan.factors().stream()
                .filter(factor -> !MessageFloor.WALK.contains(factor.name()))
                .toList());
    columns.add(Column.number(FLOOR, Unit.NS, "undisturbed message"));
    columns.add(Column.number(QUIET, Unit.SHARE, "undisturbed"));
    columns.add(Column.count(SAMPLES, "samples"));
    Map<Setting, List<SlotVisit>> bySubject = new LinkedHashMap<>();
    for (SlotVisit visit : visits) {
      bySubject
          .computeIfAbsent(MessageFloor.subject(visit.setting()), _ -> new ArrayList<>())
          .add(visit);
    }
    List<Row> rows = new ArrayList<>();
    bySubject.forEach((subject, own) -> row(subject, own, floor, rows));
    return new Rows(TABLE, columns, rows);
  }

  private static void row(
      Setting subject, List<SlotVisit> visits, MessageFloor floor, List<Row> rows) {
    int samples = 0;
    int quiet = 0;
    double lowestNs = Double.POSITIVE_INFINITY;
    for (SlotVisit visit : visits) {
      for (Slot slot : visit.accepted()) {
        samples++;
        quiet += floor.isQuiet(visit.setting(), slot) ? 1 : 0;
        lowestNs = Math.min(lowestNs, floor.floorNs(visit.setting()));
      }
    }
    if (samples > 0) {
      rows.add(
          subject.row().with(FLOOR, lowestNs, QUIET, (double) quiet / samples, SAMPLES, samples));
    }
  }
}
