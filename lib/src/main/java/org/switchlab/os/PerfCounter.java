package org.switchlab.os;

/**
 * One counter to open.
 *
 * @param event what it counts
 * @param ring on which side of the system-call boundary
 */
public record PerfCounter(Event event, Ring ring) {

  /** Refuses a ring in which the event cannot be counted. */
  public PerfCounter {
    event.requireCountableIn(ring);
  }

  @Override
  public String toString() {
    return "%s, %s".formatted(event.name(), ring);
  }
}
