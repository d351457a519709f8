package org.switchlab.counter;

import java.util.List;
import java.util.stream.Collectors;
import org.switchlab.os.Event;

/**
 * How one processor counts one event.
 *
 * @param event what is wanted
 * @param terms the processor's own events, by their maker's names, whose counts add up to it
 * @param meaning what they really count together
 * @param caveat what they count besides, or leave out, and errata; empty if nothing is known
 * @param source where that is documented
 */
public record CataloguedEvent(
    CounterEvent event, List<Event> terms, String meaning, String caveat, String source) {

  /** Keeps an immutable copy. */
  public CataloguedEvent {
    terms = List.copyOf(terms);
  }

  /** The maker's names, joined by plus signs. */
  public String makerName() {
    return terms.stream().map(Event::name).collect(Collectors.joining(" + "));
  }

  /** The same, counted by one unit of a processor that has several. */
  CataloguedEvent onUnit(int unitType) {
    List<Event> there = terms.stream().map(term -> term.onUnit(unitType)).toList();
    return new CataloguedEvent(event, there, meaning, caveat, source);
  }
}
