package org.switchlab.counter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.CounterUnit;
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
public record EventCatalogue(String core, boolean known, List<CataloguedEvent> events) {

  private static final List<List<String>> TABLE =
      DataTable.rows(EventCatalogue.class, "events.csv");

  private static final int CORES = 0;
  private static final int EVENT = 1;
  private static final int NAME = 2;
  private static final int CODE = 3;
  private static final int MEANING = 4;
  private static final int CAVEAT = 5;
  private static final int SOURCE = 6;

  /** Keeps an immutable copy. */
  public EventCatalogue {
    events = List.copyOf(events);
  }

  /**
   * The catalogue of a core.
   *
   * @param microarchitecture its name in the machine report; absent if that does not know it
   * @param unit the unit that counts on it
   * @param hybrid whether the processor has other kinds of core, with units of their own
   */
  public static EventCatalogue of(
      @Nullable String microarchitecture, CounterUnit unit, boolean hybrid) {
    String core =
        hybrid ? microarchitecture + " " + unit.name() : String.valueOf(microarchitecture);
    List<CataloguedEvent> found =
        rowsByEvent(core).entrySet().stream()
            .map(entry -> catalogued(entry.getKey(), entry.getValue(), unit))
            .toList();
    return found.isEmpty()
        ? new EventCatalogue(core, false, GenericEvents.on(unit, hybrid))
        : new EventCatalogue(core, true, found);
  }

  private static Map<String, List<List<String>>> rowsByEvent(String core) {
    Map<String, List<List<String>>> rows = new LinkedHashMap<>();
    TABLE.stream()
        .filter(row -> List.of(row.get(CORES).split("\\|", -1)).contains(core))
        .forEach(row -> rows.computeIfAbsent(row.get(EVENT), e -> new ArrayList<>()).add(row));
    return rows;
  }

  private static CataloguedEvent catalogued(
      String event, List<List<String>> rows, CounterUnit unit) {
    List<Event> terms =
        rows.stream()
            .map(row -> Event.ofUnit(row.get(NAME), unit.type(), Long.decode(row.get(CODE))))
            .toList();
    List<String> first = rows.getFirst();
    return new CataloguedEvent(
        CounterEvent.of(event), terms, first.get(MEANING), first.get(CAVEAT), first.get(SOURCE));
  }

  /** How {@code event} is counted, if it can be. */
  public Optional<CataloguedEvent> find(CounterEvent event) {
    return events.stream().filter(entry -> entry.event() == event).findFirst();
  }
}
