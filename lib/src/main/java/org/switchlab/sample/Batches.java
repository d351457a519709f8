package org.switchlab.sample;

import java.util.List;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Unit;

/** Batches as rows, and back. */
public final class Batches {

  /** Title of a table of them. */
  public static final String TABLE = "batches";

  private static final String VARIANT = "variant";
  private static final String ROUNDS = "rounds";
  private static final String DURATION = "durationNs";
  private static final String BEFORE = "referenceBeforeNs";
  private static final String AFTER = "referenceAfterNs";
  private static final String EXPECTED = "switchesExpected";
  private static final String VOLUNTARY = "voluntarySwitches";
  private static final String INVOLUNTARY = "involuntarySwitches";
  private static final String MIGRATED = "migrated";

  /** What is known of a batch. */
  public static final List<Column> COLUMNS =
      List.of(
          Column.text(VARIANT, "flow"),
          Column.count(ROUNDS, "rounds"),
          Column.whole(DURATION, Unit.NS, "duration"),
          Column.whole(BEFORE, Unit.NS, "reference before"),
          Column.whole(AFTER, Unit.NS, "reference after"),
          Column.count(EXPECTED, "switches expected"),
          Column.count(VOLUNTARY, "voluntary switches"),
          Column.count(INVOLUNTARY, "involuntary switches"),
          Column.flag(MIGRATED, "migrated"));

  private Batches() {}

  /** As a row. */
  public static Row row(Batch batch) {
    return Row.of(
        VARIANT, batch.variant().word(),
        ROUNDS, batch.rounds(),
        DURATION, batch.durationNs(),
        BEFORE, batch.referenceBeforeNs(),
        AFTER, batch.referenceAfterNs(),
        EXPECTED, batch.switchesExpected(),
        VOLUNTARY, batch.voluntarySwitches(),
        INVOLUNTARY, batch.involuntarySwitches(),
        MIGRATED, batch.migrated());
  }

  /** From a row, whatever else stands in it. */
  public static Batch of(Row row) {
    return new Batch(
        Variant.of(row.text(VARIANT)),
        row.whole(ROUNDS),
        row.whole(DURATION),
        row.whole(BEFORE),
        row.whole(AFTER),
        row.whole(EXPECTED),
        row.whole(VOLUNTARY),
        row.whole(INVOLUNTARY),
        row.flag(MIGRATED));
  }
}
