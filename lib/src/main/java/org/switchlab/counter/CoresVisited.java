package org.switchlab.counter;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.switchlab.os.PerfCounter;
import org.switchlab.os.PerfGroup;
import org.switchlab.os.PerfGroup.MultiplexedException;
import org.switchlab.os.PerfGroup.Reading;

/**
 * Adds up what the processor's kinds of core counted of one work, each on its own cores.
 *
 * <p>A group counts while the work is on a core of its kind. So none of them counts all the time,
 * and all together do, unless somebody else held counters: then what is missing is unknown, and
 * nothing is answered.
 */
final class CoresVisited {

  /** The kernel's clocks of two groups agree so far, as a share. */
  private static final double AGREEING = 0.99;

  private final Map<PerfGroup, Countable> kinds = new LinkedHashMap<>();

  void add(Countable kind, PerfGroup group) {
    kinds.put(group, kind);
  }

  boolean has(PerfGroup group) {
    return kinds.containsKey(group);
  }

  /**
   * The counts of all kinds together; an event that a visited kind of core cannot count is absent.
   *
   * @throws MultiplexedException if the groups together did not count all the time
   */
  Map<CounterEvent, SpaceCounts> counts() {
    Map<PerfGroup, Reading> readings = new LinkedHashMap<>();
    kinds.keySet().forEach(group -> readings.put(group, group.readPart()));
    requireAllTheTime(readings);
    Map<CounterEvent, SpaceCounts> sum = null;
    for (Map.Entry<PerfGroup, Reading> read : readings.entrySet()) {
      if (read.getValue().runningNs() > 0) {
        sum = sum(sum, counts(read.getKey(), read.getValue()));
      }
    }
    return sum == null ? Map.of() : sum;
  }

  private void requireAllTheTime(Map<PerfGroup, Reading> readings) {
    long enabledNs = readings.values().stream().mapToLong(Reading::enabledNs).max().orElse(0);
    long runningNs = readings.values().stream().mapToLong(Reading::runningNs).sum();
    double share = readings.size() > 1 ? AGREEING : 1;
    if (runningNs < share * enabledNs) {
      throw new MultiplexedException(enabledNs, runningNs);
    }
  }

  private Map<CounterEvent, SpaceCounts> counts(PerfGroup group, Reading reading) {
    Map<PerfCounter, Long> counted = new HashMap<>();
    for (int i = 0; i < group.counters().size(); i++) {
      counted.put(group.counters().get(i), reading.values().get(i));
    }
    return Objects.requireNonNull(kinds.get(group)).assemble(counted);
  }

  private static Map<CounterEvent, SpaceCounts> sum(
      @Nullable Map<CounterEvent, SpaceCounts> one, Map<CounterEvent, SpaceCounts> other) {
    if (one == null) {
      return other;
    }
    Map<CounterEvent, SpaceCounts> sum = new EnumMap<>(CounterEvent.class);
    one.forEach(
        (event, counts) -> {
          SpaceCounts more = other.get(event);
          if (more != null) {
            sum.put(
                event,
                new SpaceCounts(
                    sum(counts.user(), more.user()), sum(counts.kernel(), more.kernel())));
          }
        });
    return sum;
  }

  private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
    return one == null || other == null ? null : Long.valueOf(one + other);
  }
}
