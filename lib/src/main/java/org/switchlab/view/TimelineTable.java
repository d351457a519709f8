package org.switchlab.view;

import java.util.List;
import java.util.Locale;
import org.switchlab.estimate.Span;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What each process did when, as a Tablesaw table: one row a span. */
public final class TimelineTable {

  private TimelineTable() {}

  /** A table of {@code spans} in their order; times count from the beginning of the flow. */
  public static Table of(List<Span> spans) {
    Table table =
        Table.create(
            "timeline",
            StringColumn.create("variant"),
            StringColumn.create("process"),
            StringColumn.create("kind"),
            LongColumn.create("beginNs"),
            LongColumn.create("endNs"),
            LongColumn.create("durationNs"));
    for (Span span : spans) {
      table.stringColumn("variant").append(span.variant().name().toLowerCase(Locale.ROOT));
      table.stringColumn("process").append(span.side().name().toLowerCase(Locale.ROOT));
      table.stringColumn("kind").append(span.activity().words());
      table.longColumn("beginNs").append(span.beginNs());
      table.longColumn("endNs").append(span.endNs());
      table.longColumn("durationNs").append(span.durationNs());
    }
    return table;
  }
}
