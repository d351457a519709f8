package org.switchlab.view;

import java.util.List;
import java.util.Optional;
import org.switchlab.table.Estimate;

/**
 * How misses and cost of a switch change with each alternative.
 *
 * @param heading what is compared, and where it comes from
 * @param alternatives what is changed, in the order drawn
 * @param changes of each kind of miss, of the cost of a switch, and of that of a message with it
 */
public record WhatIfFigure(Heading heading, List<String> alternatives, List<Change> changes) {

  /**
   * The change of one thing.
   *
   * @param name of what, with its unit if it is no number of misses
   * @param byAlternative a switch, against the machine as it is, in the order of the alternatives;
   *     empty where it is not modelled
   */
  public record Change(String name, List<Optional<Estimate>> byAlternative) {

    /** Keeps an immutable copy. */
    public Change {
      byAlternative = List.copyOf(byAlternative);
    }
  }

  /** Keeps immutable copies. */
  public WhatIfFigure {
    alternatives = List.copyOf(alternatives);
    changes = List.copyOf(changes);
  }
}
