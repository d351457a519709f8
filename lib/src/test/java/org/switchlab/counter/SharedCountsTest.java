package org.switchlab.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.switchlab.run.Progress;
import org.switchlab.warning.Warning;

class SharedCountsTest {

  private final ScriptedSource source = new ScriptedSource("emulated");

  @Test
  void aPhaseIsCountedOnceHoweverManyFiguresShowIt() {
    var asked = new AtomicInteger();
    var shared = new SharedCounts(new Counting(source, asked));
    List<Phase> small = Phases.of(Level.KERNEL, List.of(4096L), List.of(8L));
    List<Phase> both = Phases.of(Level.KERNEL, List.of(4096L, 8192L), List.of(8L));
    var first = shared.count(small, 2, 1, Progress.Listener.SILENT);
    var second = shared.count(both, 2, 1, Progress.Listener.SILENT);
    assertThat(asked).hasValue(4);
    assertThat(second).hasSize(8).containsAll(first);
    assertThat(shared.count(both, 1, 1, Progress.Listener.SILENT)).hasSize(4);
    assertThat(asked).hasValue(4);
    assertThat(shared.count(small, 3, 1, Progress.Listener.SILENT)).hasSize(6);
    assertThat(asked).hasValue(6);
  }

  @Test
  void onlyTheEndClosesTheSource() {
    var shared = new SharedCounts(source);
    shared.close();
    assertThat(source.isClosed()).isFalse();
    shared.end();
    assertThat(source.isClosed()).isTrue();
  }

  /** Counts the phases it is asked for. */
  private record Counting(CounterSource to, AtomicInteger asked) implements CounterSource {

    @Override
    public String name() {
      return to.name();
    }

    @Override
    public Set<CounterEvent> events() {
      return to.events();
    }

    @Override
    public void count(
        List<Phase> phases,
        int repetitions,
        long seed,
        Progress.Listener progress,
        Consumer<PhaseCounts> sink) {
      asked.addAndGet(phases.size());
      to.count(phases, repetitions, seed, progress, sink);
    }

    @Override
    public List<Warning> warnings() {
      return to.warnings();
    }

    @Override
    public void close() {
      to.close();
    }
  }
}
