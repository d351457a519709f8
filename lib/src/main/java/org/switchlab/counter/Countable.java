package org.switchlab.counter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.CounterUnits;
import org.switchlab.machine.Machine;
import org.switchlab.os.Errno;
import org.switchlab.os.Event;
import org.switchlab.os.NativeException;
import org.switchlab.os.PerfCounter;
import org.switchlab.os.PerfGroup;
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
record Countable(@Nullable EventCatalogue catalogue, Groups hardware, Groups software) {

  private static final List<Ring> APART = List.of(Ring.USER, Ring.KERNEL);

  /**
   * Counters divided into groups that the processor can count at once, by asking its kernel.
   *
   * <p>The kernel refuses a group with EINVAL that cannot stand in the counters the processor has.
   * It does not look whether somebody else holds some of them: that shows only when the group runs
   * (see {@link org.switchlab.os.PerfGroup.MultiplexedException}), and then smaller groups must be
   * made.
   *
   * @param refused what cannot be counted even alone, and why
   */
  record Groups(List<List<PerfCounter>> groups, Map<PerfCounter, NativeException> refused) {

    /** Divides {@code wanted}, in that order, into groups of {@code most} at most. */
    private static Groups divide(PerfKernel kernel, List<PerfCounter> wanted, int most) {
      List<List<PerfCounter>> groups = new ArrayList<>();
      Map<PerfCounter, NativeException> refused = new LinkedHashMap<>();
      for (PerfCounter counter : wanted) {
        NativeException alone = refusal(kernel, List.of(counter));
        if (alone != null) {
          refused.put(counter, alone);
        } else if (groups.isEmpty() || !fits(kernel, groups.getLast(), counter, most)) {
          groups.add(new ArrayList<>(List.of(counter)));
        } else {
          groups.getLast().add(counter);
        }
      }
      return new Groups(groups.stream().map(List::copyOf).toList(), refused);
    }

    private static boolean fits(
        PerfKernel kernel, List<PerfCounter> group, PerfCounter counter, int most) {
      List<PerfCounter> larger = Stream.concat(group.stream(), Stream.of(counter)).toList();
      return larger.size() <= most && refusal(kernel, larger) == null;
    }

    /** Why the group cannot be opened on this process; null if it can. */
    private static @Nullable NativeException refusal(PerfKernel kernel, List<PerfCounter> group) {
      long self = ProcessHandle.current().pid();
      try {
        PerfGroup.open(kernel, self, group, PerfGroup.Start.ON_ENABLE).close();
        return null;
      } catch (NativeException e) {
        if (e.is(Errno.EMFILE)) {
          throw new CounterException("no counter can be opened: " + e.getMessage(), e);
        }
        return e;
      }
    }

    int largest() {
      return groups.stream().mapToInt(List::size).max().orElse(0);
    }
  }

  /** Asks the kernel; groups are of {@code most} counters at most. */
  static Countable probe(PerfKernel kernel, @Nullable EventCatalogue catalogue, int most) {
    List<EventCatalogue.Entry> entries = catalogue == null ? List.of() : catalogue.events();
    return new Countable(
        catalogue,
        Groups.divide(kernel, counters(entries), most),
        Groups.divide(kernel, counters(EventCatalogue.SOFTWARE), Integer.MAX_VALUE));
  }

  /** Of this machine, one for each kind of core. */
  static List<Countable> onThisMachine() {
    return ofEachKind(
        PerfKernel.LIVE, Machine.read().cpu().microarchitecture(), CounterUnits.read());
  }

  /**
   * One for each kind of core: work that is pinned to no CPU visits several, and counters work on
   * cores of their kind only. The first counts in software for all.
   */
  static List<Countable> ofEachKind(
      PerfKernel kernel, @Nullable String microarchitecture, CounterUnits units) {
    if (units.all().isEmpty()) {
      return List.of(probe(kernel, null, Integer.MAX_VALUE));
    }
    return units.all().stream()
        .map(unit -> EventCatalogue.of(microarchitecture, unit, units.hybrid()))
        .map(catalogue -> probe(kernel, catalogue, Integer.MAX_VALUE))
        .toList();
  }

  /** The counters of all entries; one that several entries need is there once. */
  private static List<PerfCounter> counters(List<EventCatalogue.Entry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.terms().stream())
        .flatMap(term -> rings(term).stream().map(ring -> new PerfCounter(term, ring)))
        .distinct()
        .toList();
  }

  private static List<Ring> rings(Event event) {
    return event.place() == Event.Place.KERNEL_ALONE ? List.of(Ring.KERNEL) : APART;
  }

  /** The same without the processor's counters. */
  Countable withoutHardware() {
    return new Countable(catalogue, new Groups(List.of(), hardware.refused), software);
  }

  List<List<PerfCounter>> groups() {
    return Stream.of(hardware, software).flatMap(part -> part.groups.stream()).toList();
  }

  boolean hasHardware() {
    return !hardware.groups.isEmpty();
  }

  /** The events of which at least one side can be counted. */
  Set<CounterEvent> events() {
    Map<PerfCounter, Long> anything =
        groups().stream()
            .flatMap(List::stream)
            .collect(Collectors.toMap(Function.identity(), counter -> 0L));
    Set<CounterEvent> events = EnumSet.noneOf(CounterEvent.class);
    events.addAll(assemble(anything).keySet());
    return events;
  }

  /** Adds up what was counted to the catalogue's events; what lacks a term is absent. */
  Map<CounterEvent, SpaceCounts> assemble(Map<PerfCounter, Long> counted) {
    List<EventCatalogue.Entry> entries = new ArrayList<>(EventCatalogue.SOFTWARE);
    if (catalogue != null) {
      entries.addAll(catalogue.events());
    }
    Map<CounterEvent, SpaceCounts> counts = new EnumMap<>(CounterEvent.class);
    for (EventCatalogue.Entry entry : entries) {
      Long user = sum(entry, Ring.USER, counted);
      Long kernel = sum(entry, Ring.KERNEL, counted);
      if (user != null || kernel != null) {
        counts.put(entry.event(), new SpaceCounts(user, kernel));
      }
    }
    return counts;
  }

  private static @Nullable Long sum(
      EventCatalogue.Entry entry, Ring ring, Map<PerfCounter, Long> counted) {
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
}
