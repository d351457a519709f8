package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.CounterSource;
import org.switchlab.counter.Phase;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.run.Progress;
import org.switchlab.warning.Warning;

/**
 * A source that counts each phase once, however many figures show it: one count of a phase has all
 * events. A figure that closes it leaves it open for the next; {@link #end} ends it.
 */
final class SharedCounts implements CounterSource {

  private final CounterSource source;
  private final Map<Phase, List<PhaseCounts>> known = new LinkedHashMap<>();

  SharedCounts(CounterSource source) {
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
      source.count(missing, repetitions, seed, progress, this::keep);
    }
    phases.stream()
        .flatMap(p -> known.getOrDefault(p, List.of()).stream().limit(repetitions))
        .forEach(sink);
  }

  private void keep(PhaseCounts one) {
    known.computeIfAbsent(one.phase(), phase -> new ArrayList<>()).add(one);
  }

  @Override
  public List<Warning> warnings() {
    return source.warnings();
  }

  /** Nothing: the next figure goes on. */
  @Override
  public void close() {}

  /** Closes the source behind it. */
  void end() {
    source.close();
  }
}
