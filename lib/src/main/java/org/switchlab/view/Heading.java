package org.switchlab.view;

import java.util.List;
import org.switchlab.warning.Warning;

/**
 * What stands above every picture of a result.
 *
 * @param title what was measured
 * @param provenance where the numbers come from, in one line: source, machine, level of intervals
 * @param warnings the doubts the result carries
 */
public record Heading(String title, String provenance, List<Warning> warnings) {

  /** Keeps an immutable copy. */
  public Heading {
    warnings = List.copyOf(warnings);
  }
}
