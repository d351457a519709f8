package org.switchlab.counter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.CounterUnits;
import org.switchlab.machine.Machine;
import org.switchlab.os.Event;
import org.switchlab.os.NativeException;
import org.switchlab.os.PerfCounter;
import org.switchlab.os.PerfKernel;
import org.switchlab.os.Ring;
import org.switchlab.warning.Warning;

/**
 * What of a catalogue the kernel counts for this process, user and kernel apart, and in which
 * groups.
 *
 * @param catalogue of the measuring CPU's core; absent if it shows no unit that counts
 * @param hardware groups on the processor's counters
 * @param software the group the kernel counts itself, which needs no counter
 */
record Countable(
    @Nullable EventCatalogue catalogue, CounterGroups hardware, CounterGroups software) {

  private static final List<Ring> APART = List.of(Ring.USER, Ring.KERNEL);

  /**
   * Asks the kernel.
   *
   * @param most the largest group to make
   */
  static Countable probe(PerfKernel kernel, @Nullable EventCatalogue catalogue, int most) {
    List<CataloguedEvent> entries = catalogue == null ? List.of() : catalogue.events();
    return new Countable(
        catalogue,
        CounterGroups.divide(kernel, counters(entries), most),
        CounterGroups.divide(kernel, counters(GenericEvents.SOFTWARE), Integer.MAX_VALUE));
  }

  /** Of the CPU that measurements run on here. */
  static Countable onThisMachine() {
    Machine machine = Machine.read();
    int cpu = machine.measuringCpu().orElse(0);
    return probe(
        PerfKernel.LIVE,
        PerfSource.catalogue(machine, CounterUnits.read(), cpu),
        Integer.MAX_VALUE);
  }

  /** The counters of all entries; one that several entries need is there once. */
  private static List<PerfCounter> counters(List<CataloguedEvent> entries) {
    Set<PerfCounter> counters = new LinkedHashSet<>();
    for (CataloguedEvent entry : entries) {
      for (Event term : entry.terms()) {
        rings(term).forEach(ring -> counters.add(new PerfCounter(term, ring)));
      }
    }
    return List.copyOf(counters);
  }

  private static List<Ring> rings(Event event) {
    return event.place() == Event.Place.KERNEL_ALONE ? List.of(Ring.KERNEL) : APART;
  }

  /** The same without the processor's counters. */
  Countable withoutHardware() {
    return new Countable(catalogue, new CounterGroups(List.of(), hardware.refused()), software);
  }

  List<List<PerfCounter>> groups() {
    return Stream.of(hardware, software).flatMap(part -> part.groups().stream()).toList();
  }

  /** Whether the processor counts anything. */
  boolean hasHardware() {
    return !hardware.groups().isEmpty();
  }

  /** The events of which at least one side can be counted. */
  Set<CounterEvent> events() {
    Map<PerfCounter, Long> anything = new LinkedHashMap<>();
    groups().stream().flatMap(List::stream).forEach(counter -> anything.put(counter, 0L));
    Set<CounterEvent> events = EnumSet.noneOf(CounterEvent.class);
    events.addAll(assemble(anything).keySet());
    return events;
  }

  /** Adds up what was counted to the catalogue's events; what lacks a term is absent. */
  Map<CounterEvent, SpaceCounts> assemble(Map<PerfCounter, Long> counted) {
    Map<CounterEvent, SpaceCounts> counts = new EnumMap<>(CounterEvent.class);
    for (CataloguedEvent entry : entries()) {
      Long user = sum(entry, Ring.USER, counted);
      Long kernel = sum(entry, Ring.KERNEL, counted);
      if (user != null || kernel != null) {
        counts.put(entry.event(), new SpaceCounts(user, kernel));
      }
    }
    return counts;
  }

  private List<CataloguedEvent> entries() {
    List<CataloguedEvent> entries = new ArrayList<>(GenericEvents.SOFTWARE);
    if (catalogue != null) {
      entries.addAll(catalogue.events());
    }
    return entries;
  }

  private static @Nullable Long sum(
      CataloguedEvent entry, Ring ring, Map<PerfCounter, Long> counted) {
    long sum = 0;
    for (Event term : entry.terms()) {
      Long value = value(term, ring, counted);
      if (value == null) {
        return null;
      }
      sum += value;
    }
    return sum;
  }

  private static @Nullable Long value(Event term, Ring ring, Map<PerfCounter, Long> counted) {
    if (rings(term).contains(ring)) {
      return counted.get(new PerfCounter(term, ring));
    }
    // It happens in the kernel alone: where that was counted, the other side is a sure 0.
    return counted.containsKey(new PerfCounter(term, Ring.KERNEL)) ? Long.valueOf(0) : null;
  }

  /** Why something is missing, each reason once, with what mends it. */
  List<Warning> warnings() {
    return Refusals.warnings(this);
  }

  /** All refusals, of both kinds. */
  Collection<Map.Entry<PerfCounter, NativeException>> refused() {
    return Stream.of(hardware, software)
        .flatMap(part -> part.refused().entrySet().stream())
        .toList();
  }
}
