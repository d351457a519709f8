package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.unit.Units;

/** What a reader must know to read the cells of a table, once below it. */
final class CellNotes {

  private CellNotes() {}

  /**
   * Sentences on the signs in the cells; none if there are none.
   *
   * @param interval whether intervals are shown by both ends
   */
  static List<String> of(List<Column> columns, List<Row> rows, boolean interval) {
    List<String> notes = new ArrayList<>();
    List<Estimate> estimates =
        rows.stream()
            .flatMap(row -> row.values().values().stream())
            .filter(Estimate.class::isInstance)
            .map(Estimate.class::cast)
            .toList();
    if (estimates.stream().anyMatch(estimate -> estimate.low() < estimate.high())) {
      String level = level(estimates);
      notes.add(
          interval
              ? "In brackets: both ends of the %sinterval.".formatted(level)
              : "± is the longer side of the %sinterval.".formatted(level));
    }
    if (rows.stream().anyMatch(row -> columns.stream().anyMatch(c -> !row.has(c.name())))) {
      notes.add(Reading.MISSING + " means no value.");
    }
    return notes;
  }

  /** The level, if all have the same. */
  private static String level(List<Estimate> estimates) {
    List<Double> levels = estimates.stream().map(Estimate::level).distinct().toList();
    return levels.size() == 1 ? Units.share(levels.getFirst()) + " " : "";
  }
}
