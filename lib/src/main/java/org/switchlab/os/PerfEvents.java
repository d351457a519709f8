package org.switchlab.os;

import java.util.List;

/**
 * A group of events of one ring, counted together on one task and on what it starts, until this is
 * closed: {@link PerfGroup} by the events' names.
 *
 * {@snippet :
 * Counts counts = PerfEvents.counted(List.of(Event.CONTEXT_SWITCHES), () -> Thread.sleep(10));
 * }
 */
public final class PerfEvents implements AutoCloseable {

  private final List<Event> events;
  private final Ring ring;
  private final PerfGroup group;

  private PerfEvents(List<Event> events, Ring ring, PerfGroup group) {
    this.events = List.copyOf(events);
    this.ring = ring;
    this.group = group;
  }

  /**
   * Opens a group on process or thread {@code pid}; it counts from {@link #enable} on.
   *
   * @throws NativeException if it may not be counted, saying what mends that, or cannot be
   */
  public static PerfEvents open(long pid, List<Event> events, Ring ring) {
    List<PerfCounter> counters = counters(events, ring);
    return new PerfEvents(
        events, ring, PerfGroup.open(PerfKernel.LIVE, pid, counters, PerfGroup.Start.ON_ENABLE));
  }

  /** Opens a group on the calling thread; conditions as in {@link #open(long, List, Ring)}. */
  public static PerfEvents open(List<Event> events, Ring ring) {
    return new PerfEvents(
        events, ring, PerfGroup.onThisThread(PerfKernel.LIVE, counters(events, ring)));
  }

  /** What the calling thread counts in both rings while {@code body} runs. */
  public static <X extends Exception> Counts counted(List<Event> events, Body<X> body) throws X {
    return counted(events, Ring.BOTH, body);
  }

  /** What the calling thread counts in {@code ring} while {@code body} runs. */
  public static <X extends Exception> Counts counted(List<Event> events, Ring ring, Body<X> body)
      throws X {
    try (var group = open(events, ring)) {
      group.enable();
      body.run();
      group.disable();
      return group.read();
    }
  }

  /** Begins or goes on counting. */
  public void enable() {
    group.enable();
  }

  /** Stops counting; the counts stay. */
  public void disable() {
    group.disable();
  }

  /** What was counted since the group was opened, unless it was multiplexed. */
  public Counts read() {
    return Counts.of(events, ring, group.read());
  }

  /** Ends counting; a second close does nothing. */
  @Override
  public void close() {
    group.close();
  }

  private static List<PerfCounter> counters(List<Event> events, Ring ring) {
    return events.stream().map(event -> new PerfCounter(event, ring)).toList();
  }
}
