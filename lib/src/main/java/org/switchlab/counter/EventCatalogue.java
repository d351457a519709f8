package org.switchlab.counter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.CounterUnits;
import org.switchlab.machine.DataTable;
import org.switchlab.os.Event;

/**
 * How the processors of one core count the events of the figures, from {@code events.csv}.
 *
 * <p>A core that is not in the table is asked by the kernel's generic names; what these count
 * differs from maker to maker. Codes were taken from documents; those of a processor on which
 * nobody ran this have never been compared with what they should count.
 *
 * @param core the table's name of the core
 * @param known whether the table has it
 * @param events what can be counted, in the table's order
 */
public record EventCatalogue(String core, boolean known, List<Entry> events) {

  /**
   * How one processor counts one event.
   *
   * @param event what is wanted
   * @param terms the processor's own events, by their maker's names, whose counts add up to it
   * @param meaning what they really count together
   * @param caveat what they count besides, or leave out, and errata; empty if nothing is known
   * @param source where that is documented
   */
  public record Entry(
      CounterEvent event, List<Event> terms, String meaning, String caveat, String source) {

    private Entry onUnit(int unitType) {
      List<Event> there = terms.stream().map(term -> term.onUnit(unitType)).toList();
      return new Entry(event, there, meaning, caveat, source);
    }
  }

  private static final List<List<String>> TABLE =
      DataTable.rows(EventCatalogue.class, "events.csv");

  private static final int CORES = 0;
  private static final int EVENT = 1;
  private static final int NAME = 2;
  private static final int CODE = 3;
  private static final int MEANING = 4;
  private static final int CAVEAT = 5;
  private static final int SOURCE = 6;

  private static final String HEADER = "include/uapi/linux/perf_event.h";
  private static final String DOUBT = "what this is on this processor, its kernel driver decides";

  // perf_hw_cache_id, and perf_hw_cache_op_result_id at its place, of that header; all are reads.
  private static final long L1D = 0;
  private static final long L1I = 1;
  private static final long LAST_LEVEL = 2;
  private static final long DATA_TLB = 3;
  private static final long MISS = 1 << 16;

  /** By names that the kernel itself translates, for processors the table does not know. */
  private static final List<Entry> GENERIC =
      List.of(
          generic(CounterEvent.CYCLES, Event.CYCLES, "core cycles"),
          generic(CounterEvent.INSTRUCTIONS, Event.INSTRUCTIONS, "instructions retired"),
          cache(
              CounterEvent.L1I_MISSES, "L1-icache-load-misses", L1I | MISS, "fetches that missed"),
          cache(CounterEvent.L1D_ACCESSES, "L1-dcache-loads", L1D, "loads, no stores"),
          cache(CounterEvent.L1D_MISSES, "L1-dcache-load-misses", L1D | MISS, "loads that missed"),
          cache(CounterEvent.L3_MISSES, "LLC-load-misses", LAST_LEVEL | MISS, "loads that missed"),
          cache(
              CounterEvent.DTLB_MISSES, "dTLB-load-misses", DATA_TLB | MISS, "loads that missed"));

  /** Counted by the kernel: no processor's counter is needed. */
  static final List<Entry> SOFTWARE =
      List.of(
          software(
              CounterEvent.CONTEXT_SWITCHES,
              Event.CONTEXT_SWITCHES,
              "times a task was switched out"),
          software(CounterEvent.PAGE_FAULTS, Event.PAGE_FAULTS, "page faults"));

  private static Entry generic(CounterEvent event, Event counted, String meaning) {
    return new Entry(event, List.of(counted), meaning, DOUBT, HEADER);
  }

  private static Entry cache(CounterEvent event, String name, long config, String meaning) {
    return generic(event, Event.cache(name, config), meaning);
  }

  private static Entry software(CounterEvent event, Event counted, String meaning) {
    return new Entry(event, List.of(counted), meaning, "", HEADER);
  }

  /**
   * The catalogue of a core.
   *
   * @param microarchitecture its name in the machine report; absent if that does not know it
   * @param unit the unit that counts on it
   * @param hybrid whether the processor has other kinds of core, with units of their own
   */
  public static EventCatalogue of(
      @Nullable String microarchitecture, CounterUnits.Unit unit, boolean hybrid) {
    String core =
        hybrid ? microarchitecture + " " + unit.name() : String.valueOf(microarchitecture);
    Map<String, List<List<String>>> rows =
        TABLE.stream()
            .filter(row -> List.of(row.get(CORES).split("\\|", -1)).contains(core))
            .collect(groupingBy(row -> row.get(EVENT), LinkedHashMap::new, toList()));
    if (!rows.isEmpty()) {
      return new EventCatalogue(
          core, true, rows.values().stream().map(terms -> entry(terms, unit)).toList());
    }
    List<Entry> generic =
        hybrid ? GENERIC.stream().map(entry -> entry.onUnit(unit.type())).toList() : GENERIC;
    return new EventCatalogue(core, false, generic);
  }

  private static Entry entry(List<List<String>> rows, CounterUnits.Unit unit) {
    List<Event> terms =
        rows.stream()
            .map(row -> Event.ofUnit(row.get(NAME), unit.type(), Long.decode(row.get(CODE))))
            .toList();
    List<String> first = rows.getFirst();
    return new Entry(
        CounterEvent.of(first.get(EVENT)),
        terms,
        first.get(MEANING),
        first.get(CAVEAT),
        first.get(SOURCE));
  }

  /** How {@code event} is counted, if it can be. */
  public Optional<Entry> find(CounterEvent event) {
    return events.stream().filter(entry -> entry.event() == event).findFirst();
  }
}
