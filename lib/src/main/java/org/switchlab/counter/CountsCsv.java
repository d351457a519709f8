package org.switchlab.counter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.switchlab.plan.Point;
import org.switchlab.sample.Variant;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.RowsCsv;
import org.switchlab.table.Unit;

/**
 * Bare counts as CSV, as another machine's tools may write them to be replayed here: one row an
 * event of a repetition; a count that is absent is an empty cell, and a repetition in which nothing
 * was counted has no row.
 *
 * <p>{@code rounds} are messages (single) or round trips (pair), {@code switches} context switches,
 * {@code user} and {@code kernel} how often the event happened there.
 */
final class CountsCsv {

  static final List<Column> COLUMNS =
      List.of(
          Column.text("subject", "subject"),
          Column.whole("arrayBytes", Unit.BYTES, "array"),
          Column.whole("strideBytes", Unit.BYTES, "stride"),
          Column.whole("pageBytes", Unit.BYTES, "page"),
          Column.text("variant", "flow"),
          Column.count("rounds", "rounds"),
          Column.count("repetition", "repetition"),
          Column.count("switches", "switches"),
          Column.text("event", "event"),
          Column.count("user", "user"),
          Column.count("kernel", "kernel"));

  private CountsCsv() {}

  /**
   * The counts; a last line without newline, as a killed run leaves it, is ignored.
   *
   * @throws IllegalArgumentException naming the line that does not follow the format
   */
  static List<PhaseCounts> parse(String text) {
    List<Row> rows = RowsCsv.parse("counts", COLUMNS, text).rows();
    Map<PhaseCounts, Map<CounterEvent, SpaceCounts>> repetitions = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      try {
        add(repetitions, rows.get(i));
      } catch (IllegalArgumentException e) {
        // The header is the first line.
        throw new IllegalArgumentException("line %d: %s".formatted(i + 2, e.getMessage()), e);
      }
    }
    List<PhaseCounts> counts = new ArrayList<>();
    repetitions.forEach(
        (key, events) ->
            counts.add(new PhaseCounts(key.phase(), key.repetition(), key.switches(), events)));
    return counts;
  }

  private static void add(Map<PhaseCounts, Map<CounterEvent, SpaceCounts>> repetitions, Row row) {
    String event = row.text("event");
    SpaceCounts before =
        repetitions
            .computeIfAbsent(key(row), k -> new LinkedHashMap<>())
            .put(CounterEvent.of(event), SpaceCounts.of(row, "user", "kernel"));
    if (before != null) {
      throw new IllegalArgumentException("this repetition has %s twice".formatted(event));
    }
  }

  /** The repetition a row belongs to, without counts. */
  private static PhaseCounts key(Row row) {
    var point =
        new Point(
            row.text("subject"),
            row.whole("arrayBytes"),
            row.whole("strideBytes"),
            row.whole("pageBytes"));
    Variant variant = Variant.valueOf(row.text("variant").toUpperCase(Locale.ROOT));
    return new PhaseCounts(
        new Phase(point, variant, row.whole("rounds")),
        Math.toIntExact(row.whole("repetition")),
        row.whole("switches"),
        Map.of());
  }
}
