package org.switchlab.os;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A group of events of one ring, counted together on one task and on what it starts, until this is
 * closed: {@link PerfGroup} by the events' names.
 *
 * {@snippet :
 * var counts = PerfEvents.counted(List.of(Event.CONTEXT_SWITCHES), () -> Thread.sleep(10));
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

  /**
   * What a group of events had counted at one moment.
   *
   * @param values the count of each event, in the order asked for; {@link Event#TASK_CLOCK} in ns
   * @param ring which side of the system-call boundary was counted
   * @param enabledNs how long the group had been counting while the task ran, in ns
   */
  public record Counts(Map<Event, Long> values, Ring ring, long enabledNs) {

    /** Keeps an unmodifiable copy in the same order. */
    public Counts {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static Counts of(List<Event> events, Ring ring, PerfGroup.Reading reading) {
      var values = new LinkedHashMap<Event, Long>();
      for (int i = 0; i < events.size(); i++) {
        values.put(events.get(i), reading.values().get(i));
      }
      return new Counts(values, ring, reading.enabledNs());
    }

    /** The count of {@code event}, which must have been in the group. */
    public long get(Event event) {
      Long value = values.get(event);
      if (value == null) {
        String names = values.keySet().stream().map(Event::name).collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
            "%s was not counted; counted were: %s".formatted(event.name(), names));
      }
      return value;
    }
  }
}
