package org.switchlab.counter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.switchlab.run.Progress;
import org.switchlab.warning.Warning;

/**
 * A source that counts each phase once, however many figures show it: one count of a phase has all
 * events. A figure that closes it leaves it open for the next; {@link #end} ends it.
 */
public final class SharedCounts implements CounterSource {

  private final CounterSource source;
  private final Map<Phase, List<PhaseCounts>> known = new LinkedHashMap<>();

  /** In front of a source, which {@link #end} closes. */
  public SharedCounts(CounterSource source) {
    this.source = source;
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public Set<CounterEvent> events() {
    return source.events();
  }

  @Override
  public void count(
      List<Phase> phases,
      int repetitions,
      long seed,
      Progress.Listener progress,
      Consumer<PhaseCounts> sink) {
    List<Phase> missing =
        phases.stream().filter(p -> known.getOrDefault(p, List.of()).size() < repetitions).toList();
    if (!missing.isEmpty()) {
      missing.forEach(known::remove);
      source
          .count(missing, repetitions, seed, progress)
          .forEach(one -> known.computeIfAbsent(one.phase(), p -> new ArrayList<>()).add(one));
    }
    phases.stream()
        .flatMap(p -> known.getOrDefault(p, List.of()).stream().limit(repetitions))
        .forEach(sink);
  }

  @Override
  public List<Warning> warnings() {
    return source.warnings();
  }

  /** Nothing: the next figure goes on. */
  @Override
  public void close() {}

  /** Closes the source behind it. */
  public void end() {
    source.close();
  }
}
