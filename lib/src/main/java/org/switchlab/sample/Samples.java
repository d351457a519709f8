package org.switchlab.sample;

import java.util.List;
import org.switchlab.plan.Point;

/**
 * The raw observations of one experiment, in the order measured.
 *
 * @param processes one entry a runner process
 */
public record Samples(List<ProcessSample> processes) {

  /** Keeps an immutable copy. */
  public Samples {
    processes = List.copyOf(processes);
  }

  /** The processes that measured {@code point}. */
  public List<ProcessSample> at(Point point) {
    return processes.stream().filter(p -> p.point().equals(point)).toList();
  }
}
