package org.switchlab.draw;

import java.util.List;
import org.switchlab.table.Rows;

/** Placeholder. */
public final class RowsText {
  private RowsText() {}

  /** Placeholder. */
  public static List<String> lines(Rows rows, TextStyle style) {
    return List.of(rows.title(), style.toString());
  }
}
