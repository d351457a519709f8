package org.switchlab.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.switchlab.counter.RecordedSource.CountsCsv;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.RowsCsv;

/** Writes counts as another machine's tools would, for {@link CountsCsv} to read. */
public final class BareCounts {

  /** The first line. */
  static final String HEADER = RowsCsv.header(CountsCsv.COLUMNS).strip();

  private BareCounts() {}

  /** Header and rows, each ended by a newline. */
  public static String write(List<PhaseCounts> counts) {
    List<Row> rows = new ArrayList<>();
    for (PhaseCounts one : counts) {
      for (CounterEvent event : CounterEvent.values()) {
        SpaceCounts spaces = one.counts().get(event);
        if (spaces != null) {
          rows.add(row(one, event, spaces));
        }
      }
    }
    return RowsCsv.text(new Rows("counts", CountsCsv.COLUMNS, rows));
  }

  private static Row row(PhaseCounts counts, CounterEvent event, SpaceCounts spaces) {
    Phase phase = counts.phase();
    return Row.of(
        "subject", phase.point().subject(),
        "arrayBytes", phase.point().arrayBytes(),
        "strideBytes", phase.point().strideBytes(),
        "pageBytes", phase.point().pageBytes(),
        "variant", phase.variant().name().toLowerCase(Locale.ROOT),
        "rounds", phase.rounds(),
        "repetition", counts.repetition(),
        "switches", counts.switches(),
        "event", event.word(),
        "user", spaces.user(),
        "kernel", spaces.kernel());
  }
}
