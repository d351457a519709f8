package org.switchlab.draw;

import org.switchlab.table.Rows;

/** Placeholder. */
public final class RowsHtml {
  private RowsHtml() {}

  /** Placeholder. */
  public static String of(Rows rows) {
    return rows.title();
  }
}
