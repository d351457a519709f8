package org.switchlab.view;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.CpuList;

/** Labelled values in the order they were added; what is not known is there without a value. */
final class FactSheet {

  private final SequencedMap<String, @Nullable String> facts = new LinkedHashMap<>();

  void add(String label, @Nullable Object value) {
    facts.put(label, value == null ? null : value.toString());
  }

  <T> void add(String label, @Nullable T value, Function<T, String> text) {
    facts.put(label, value == null ? null : text.apply(value));
  }

  /** Adds a list of CPUs; an empty one is not known. */
  void addCpus(String label, List<Integer> cpus) {
    add(label, cpus.isEmpty() ? null : CpuList.text(cpus) + " (" + cpus.size() + ")");
  }

  /** Adds to what stands at {@code label} already. */
  void join(String label, String value) {
    String known = facts.get(label);
    facts.put(label, known == null ? value : known + "; " + value);
  }

  SequencedMap<String, @Nullable String> facts() {
    return Collections.unmodifiableSequencedMap(facts);
  }
}
