package org.switchlab.estimate;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Couple;
import org.switchlab.sample.Observation;
import org.switchlab.sample.ProcessSample;
import org.switchlab.sample.Slot;
import org.switchlab.sample.SlotVisit;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/**
 * What each accepted sample of one setting answers, for its distribution: slots of stamped rounds,
 * or couples of batches. Rejected ones are left out: what they measured is no cost of a switch.
 */
public final class SampleTable {

  /** Title of the table. */
  public static final String TABLE = "samples";

  /** Column of the cost that one sample answers, in ns. */
  public static final String COST = "costNs";

  /** Column that says whether other work slowed the sample; empty of couples, which do not know. */
  public static final String DISTURBED = "disturbed";

  private static final List<Column> COLUMNS =
      List.of(
          Column.count(Observation.PROCESS, "pass"),
          Column.count(Observation.REPETITION, "sample"),
          Column.number(COST, Unit.NS, "cost of a switch"),
          Column.flag(DISTURBED, "disturbed"));

  private SampleTable() {}

  /** One row a sample of {@code setting}. */
  public static Rows of(Setting setting, List<Observation> observations) {
    List<Row> rows = new ArrayList<>();
    List<SlotVisit> visits = SlotVisit.of(observations);
    MessageFloor floor = MessageFloor.of(visits);
    for (SlotVisit visit : visits) {
      if (visit.setting().equals(setting)) {
        for (Slot slot : visit.accepted()) {
          boolean disturbed = !floor.isQuiet(setting, slot);
          rows.add(row(visit.pass(), slot.index(), slot.costNs()).with(DISTURBED, disturbed));
        }
      }
    }
    for (ProcessSample process : ProcessSample.of(observations)) {
      if (process.setting().equals(setting)) {
        process.couples().stream()
            .filter(Couple::denominatorHolds)
            .forEach(c -> rows.add(row(process.process(), c.index(), c.switchCostNs())));
      }
    }
    return new Rows(TABLE, COLUMNS, rows);
  }

  private static Row row(int pass, int sample, double costNs) {
    return Row.of(Observation.PROCESS, pass, Observation.REPETITION, sample, COST, costNs);
  }
}
