package org.switchlab.counter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.switchlab.counter.ProgramCounts.Row;
import org.switchlab.os.Event;
import org.switchlab.os.NativeException;
import org.switchlab.os.PerfCounter;
import org.switchlab.os.PerfGroup;
import org.switchlab.os.PerfGroup.MultiplexedException;
import org.switchlab.os.Ring;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * Counters on work that runs once and cannot be repeated for each group: the kernel's own, and as
 * many of the processor's as fit it at once.
 */
final class OneRunCounters implements AutoCloseable {

  private static final PerfCounter CLOCK = new PerfCounter(Event.TASK_CLOCK, Ring.BOTH);

  private final List<Countable> kinds;
  private final List<PerfGroup> groups = new ArrayList<>();
  private final CoresVisited visited = new CoresVisited();
  private final List<Warning> warnings;

  /**
   * Opens them.
   *
   * @param kinds what can be counted on each kind of core, one or more
   * @param opener opens one group where the work will run
   */
  OneRunCounters(List<Countable> kinds, Function<List<PerfCounter>, PerfGroup> opener) {
    this.kinds = List.copyOf(kinds);
    warnings =
        new ArrayList<>(kinds.stream().flatMap(k -> k.warnings().stream()).distinct().toList());
    try {
      software().forEach(group -> groups.add(opener.apply(group)));
      for (Countable kind : kinds) {
        hardware(kind).ifPresent(group -> open(kind, group, opener));
      }
    } catch (NativeException e) {
      close();
      throw new CounterException(String.valueOf(e.getMessage()), e);
    }
  }

  private List<List<PerfCounter>> software() {
    List<List<PerfCounter>> chosen = new ArrayList<>(List.of(List.of(CLOCK)));
    chosen.addAll(kinds.getFirst().software().groups());
    return chosen;
  }

  private void open(
      Countable kind, List<PerfCounter> counters, Function<List<PerfCounter>, PerfGroup> opener) {
    PerfGroup group = opener.apply(counters);
    groups.add(group);
    visited.add(kind, group);
  }

  /** One group of a kind of core: two of them would take turns. */
  private Optional<List<PerfCounter>> hardware(Countable kind) {
    List<List<PerfCounter>> all = kind.hardware().groups();
    if (all.size() > 1) {
      warnings.add(leftOut(all.subList(1, all.size())));
    }
    return all.stream().findFirst();
  }

  private static Warning leftOut(List<List<PerfCounter>> groups) {
    String names =
        groups.stream()
            .flatMap(List::stream)
            .map(counter -> counter.event().name())
            .distinct()
            .collect(Collectors.joining(", "));
    return new Warning(
        WarningCode.EVENT_REFUSED,
        "the processor has no counters left for: " + names,
        "count them in another run, or in an experiment, which repeats its work for each group");
  }

  void enable() {
    groups.forEach(PerfGroup::enable);
  }

  void disable() {
    groups.reversed().forEach(PerfGroup::disable);
  }

  /** What was counted; a group that shared its counters, or never began to count, has no rows. */
  List<Row> rows() {
    Map<PerfCounter, Long> counted = new HashMap<>();
    groups.stream().filter(group -> !visited.has(group)).forEach(group -> read(group, counted));
    List<Row> rows = new ArrayList<>();
    Long clockNs = counted.get(CLOCK);
    if (clockNs != null) {
      rows.add(new Row("task-clock-ns", Space.ALL, clockNs));
    }
    Map<CounterEvent, SpaceCounts> counts = new EnumMap<>(CounterEvent.class);
    counts.putAll(kinds.getFirst().assemble(counted));
    try {
      counts.putAll(visited.counts());
    } catch (MultiplexedException e) {
      warnings.add(PerfSource.multiplexed(e));
    }
    counts.forEach((event, count) -> add(rows, event, count));
    return List.copyOf(rows);
  }

  private static void add(List<Row> rows, CounterEvent event, SpaceCounts counts) {
    for (Space space : List.of(Space.USER, Space.KERNEL, Space.ALL)) {
      Long value = counts.in(space);
      if (value != null) {
        rows.add(new Row(event.word(), space, value));
      }
    }
  }

  private void read(PerfGroup group, Map<PerfCounter, Long> counted) {
    try {
      PerfGroup.Reading reading = group.read();
      for (int i = 0; reading.enabledNs() > 0 && i < group.counters().size(); i++) {
        counted.put(group.counters().get(i), reading.values().get(i));
      }
    } catch (MultiplexedException e) {
      warnings.add(PerfSource.multiplexed(e));
    }
  }

  /** Doubts so far, those of {@link #rows} included. */
  List<Warning> warnings() {
    return warnings.stream().distinct().toList();
  }

  @Override
  public void close() {
    groups.forEach(PerfGroup::close);
  }
}
