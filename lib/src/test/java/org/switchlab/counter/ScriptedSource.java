package org.switchlab.counter;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.switchlab.run.Progress;
import org.switchlab.sample.Variant;
import org.switchlab.warning.Warning;

/**
 * Counts by arithmetic, for tests: arrays that fit 32 KiB miss nothing, one line in eight elements
 * beyond; two processes share the cache, and a switch costs the kernel instructions and misses.
 */
public final class ScriptedSource implements CounterSource {

  private static final long L1D_BYTES = 32 << 10;
  private static final long KERNEL_INSTRUCTIONS = 2_000;

  private final String name;
  private boolean closed;

  /** A source that calls itself {@code name}. */
  public ScriptedSource(String name) {
    this.name = name;
  }

  /** A choice that can only fall on this source. */
  public CounterSources alone() {
    return new CounterSources(List.of(new CounterSources.Candidate(name, () -> this)));
  }

  /** Whether it was closed. */
  public boolean isClosed() {
    return closed;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<CounterEvent> events() {
    return Set.of(
        CounterEvent.INSTRUCTIONS,
        CounterEvent.L1I_MISSES,
        CounterEvent.L1D_MISSES,
        CounterEvent.DTLB_MISSES);
  }

  @Override
  public void count(
      List<Phase> phases,
      int repetitions,
      long seed,
      Progress.Listener progress,
      Consumer<PhaseCounts> sink) {
    for (Phase phase : phases) {
      for (int i = 0; i < repetitions; i++) {
        sink.accept(new PhaseCounts(phase, i, switches(phase), counts(phase, i)));
      }
    }
  }

  private static long switches(Phase phase) {
    return phase.variant() == Variant.PAIR ? 2 * phase.rounds() : 0;
  }

  private static Map<CounterEvent, SpaceCounts> counts(Phase phase, int repetition) {
    boolean pair = phase.variant() == Variant.PAIR;
    long bytes = phase.point().arrayBytes();
    long elements = bytes / 8;
    long factor = Math.min(8, phase.point().strideBytes() / 8);
    long misses = (pair ? 2 * bytes : bytes) > L1D_BYTES ? elements / 8 * factor : 0;
    Map<CounterEvent, SpaceCounts> counts = new EnumMap<>(CounterEvent.class);
    long messages = phase.messages();
    counts.put(
        CounterEvent.INSTRUCTIONS,
        new SpaceCounts(
            messages * (4 * elements + 100), messages * KERNEL_INSTRUCTIONS + repetition));
    counts.put(CounterEvent.L1D_MISSES, new SpaceCounts(messages * misses, switches(phase) * 20));
    counts.put(CounterEvent.L1I_MISSES, new SpaceCounts(0L, switches(phase) * (5 + elements / 64)));
    counts.put(
        CounterEvent.DTLB_MISSES, new SpaceCounts(messages * bytes / 4096, switches(phase) * 3));
    return counts;
  }

  @Override
  public List<Warning> warnings() {
    return List.of();
  }

  @Override
  public void close() {
    closed = true;
  }
}
