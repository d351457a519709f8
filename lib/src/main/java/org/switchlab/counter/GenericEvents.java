package org.switchlab.counter;

import java.util.List;
import org.switchlab.machine.CounterUnit;
import org.switchlab.os.Event;

/**
 * Events by names that the kernel itself translates, for processors the catalogue does not know,
 * and those that the kernel counts without any processor's help.
 */
final class GenericEvents {

  private static final String SOURCE = "include/uapi/linux/perf_event.h";
  private static final String DOUBT = "what this is on this processor, its kernel driver decides";

  // perf_hw_cache_id, perf_hw_cache_op_id and perf_hw_cache_op_result_id of that header.
  private static final long L1D = 0;
  private static final long L1I = 1;
  private static final long LAST_LEVEL = 2;
  private static final long DATA_TLB = 3;
  private static final long READ = 0;
  private static final long ACCESS = 0;
  private static final long MISS = 1;

  private static final List<CataloguedEvent> GENERIC =
      List.of(
          generic(CounterEvent.CYCLES, Event.CYCLES, "core cycles"),
          generic(CounterEvent.INSTRUCTIONS, Event.INSTRUCTIONS, "instructions retired"),
          cache(CounterEvent.L1I_MISSES, "L1-icache-load-misses", L1I, MISS, "fetches that missed"),
          cache(CounterEvent.L1D_ACCESSES, "L1-dcache-loads", L1D, ACCESS, "loads, no stores"),
          cache(CounterEvent.L1D_MISSES, "L1-dcache-load-misses", L1D, MISS, "loads that missed"),
          cache(CounterEvent.L3_MISSES, "LLC-load-misses", LAST_LEVEL, MISS, "loads that missed"),
          cache(CounterEvent.DTLB_MISSES, "dTLB-load-misses", DATA_TLB, MISS, "loads that missed"));

  /** Counted by the kernel: no processor's counter is needed. */
  static final List<CataloguedEvent> SOFTWARE =
      List.of(
          new CataloguedEvent(
              CounterEvent.CONTEXT_SWITCHES,
              List.of(Event.CONTEXT_SWITCHES),
              "times a task was switched out",
              "",
              SOURCE),
          new CataloguedEvent(
              CounterEvent.PAGE_FAULTS, List.of(Event.PAGE_FAULTS), "page faults", "", SOURCE));

  private GenericEvents() {}

  /** The generic events, of this unit's cores where there are others. */
  static List<CataloguedEvent> on(CounterUnit unit, boolean hybrid) {
    return hybrid ? GENERIC.stream().map(entry -> entry.onUnit(unit.type())).toList() : GENERIC;
  }

  private static CataloguedEvent generic(CounterEvent event, Event counted, String meaning) {
    return new CataloguedEvent(event, List.of(counted), meaning, DOUBT, SOURCE);
  }

  private static CataloguedEvent cache(
      CounterEvent event, String name, long cache, long result, String meaning) {
    return generic(event, Event.cache(name, cache | READ << 8 | result << 16), meaning);
  }
}
