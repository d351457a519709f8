package org.switchlab.sample;

import java.util.List;
import org.switchlab.plan.Point;

/**
 * When each process did what, in a few rounds of both flows.
 *
 * <p>Every step ends with a time stamp, which lengthens it by one call of the clock; the batches'
 * durations contain that too.
 *
 * @param point where
 * @param single the traced batch without switches
 * @param pair the traced batch with switches
 * @param stamps every stamp of both
 */
public record Trace(Point point, Batch single, Batch pair, List<Stamp> stamps) {

  /** Keeps an immutable copy. */
  public Trace {
    stamps = List.copyOf(stamps);
  }
}
