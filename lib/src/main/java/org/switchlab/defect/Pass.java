package org.switchlab.defect;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.switchlab.sample.Couple;
import org.switchlab.sample.ProcessSample;

/**
 * What was measured right after each other, in random order: a wrong method sees the machine that
 * the right one sees.
 *
 * @param couples by the way they were measured
 */
public record Pass(Map<Conduct, List<Couple>> couples) {

  /** Keeps an immutable copy. */
  public Pass {
    couples = Map.copyOf(couples);
  }

  /** The passes in {@code samples}, in order; a pass is what carries one process number. */
  public static List<Pass> of(List<ProcessSample> samples) {
    Map<Integer, Map<Conduct, List<Couple>>> passes = new TreeMap<>();
    for (ProcessSample sample : samples) {
      passes
          .computeIfAbsent(sample.process(), p -> new EnumMap<>(Conduct.class))
          .put(Conduct.named(sample.setting().text(Conduct.FACTOR)), sample.couples());
    }
    return passes.values().stream().map(Pass::new).toList();
  }

  /** The same, of one conduct only the couples that are to be {@code used}. */
  Pass only(Conduct conduct, Predicate<Couple> used) {
    Map<Conduct, List<Couple>> kept = new HashMap<>(couples);
    kept.computeIfPresent(conduct, (c, all) -> all.stream().filter(used).toList());
    return new Pass(kept);
  }

  /** The couples measured so; empty if there are none. */
  public List<Couple> of(Conduct conduct) {
    return couples.getOrDefault(conduct, List.of());
  }
}
