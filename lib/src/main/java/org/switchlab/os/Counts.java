package org.switchlab.os;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
