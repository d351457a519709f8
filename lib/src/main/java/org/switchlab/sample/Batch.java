package org.switchlab.sample;

import java.util.List;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Unit;

/**
 * One timed batch as the runner saw it.
 *
 * @param variant which flow it ran
 * @param rounds messages (single) or round trips (pair) in the batch; 0 in one that only measures
 *     what counters see besides rounds
 * @param durationNs monotonic time of all rounds together, in ns
 * @param referenceBeforeNs time of the fixed reference loop just before, in ns
 * @param referenceAfterNs time of the fixed reference loop just after, in ns
 * @param switchesExpected context switches the flow must make: 2 a round trip, none in single
 * @param voluntarySwitches {@code ru_nvcsw} of both processes over the batch
 * @param involuntarySwitches {@code ru_nivcsw} of both processes over the batch
 * @param migrated whether either process was seen on another CPU than at the start
 */
public record Batch(
    Variant variant,
    long rounds,
    long durationNs,
    long referenceBeforeNs,
    long referenceAfterNs,
    long switchesExpected,
    long voluntarySwitches,
    long involuntarySwitches,
    boolean migrated) {

  /** Title of a table of batches. */
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

  /** Largest accepted deviation of counted from expected switches, as a share of these. */
  public static final double SWITCH_TOLERANCE = 0.01;

  /** So many strangers may pass through any batch, however short: a timer's thread, a log's. */
  private static final int FEW = 2;

  /** Context switches the kernel counted, of both kinds. */
  public long switchesCounted() {
    return voluntarySwitches + involuntarySwitches;
  }

  /** Time of one message (single) or one round trip (pair), in ns. */
  public double roundNs() {
    return (double) durationNs / rounds;
  }

  /**
   * Whether the kernel counted the switches the formula divides by: hardly one is missing, and few
   * are beyond them. Of a flow that makes none, strangers are compared with the rounds.
   */
  public boolean denominatorHolds() {
    long further = switchesCounted() - switchesExpected;
    double tolerated = SWITCH_TOLERANCE * Math.max(switchesExpected, rounds);
    return !migrated
        && further >= -SWITCH_TOLERANCE * switchesExpected
        && further <= Math.max(FEW, tolerated);
  }

  /** As a row. */
  public Row row() {
    return Row.of(
        VARIANT, variant().word(),
        ROUNDS, rounds(),
        DURATION, durationNs(),
        BEFORE, referenceBeforeNs(),
        AFTER, referenceAfterNs(),
        EXPECTED, switchesExpected(),
        VOLUNTARY, voluntarySwitches(),
        INVOLUNTARY, involuntarySwitches(),
        MIGRATED, migrated());
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
