package org.switchlab.result;

import java.util.List;
import java.util.Map;
import org.switchlab.figure.Figure;
import org.switchlab.table.Rows;

/** How an experiment shows its results. */
public interface Presentation {

  /** The figure. */
  Figure figure(Result result);

  /**
   * Further figures by name, which is a file's too: {@code parts}; only those that show something.
   */
  default Map<String, Figure> furtherFigures(Result result) {
    return Map.of();
  }

  /**
   * The tables for people; the main table unless said otherwise. A page shows the main table as
   * well.
   */
  default List<Rows> tables(Result result) {
    return List.of(result.rows());
  }

  /** What stands first: one sentence with the number that was asked for; empty if there is none. */
  default String headline(Result result) {
    return "";
  }

  /** Further sentences that a reader needs. */
  default List<String> notes(Result result) {
    return List.of();
  }

  /** Further files of a result folder, by name. */
  default Map<String, String> files(Result result) {
    return Map.of();
  }
}
