package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.CounterSource;
import org.switchlab.counter.Level;
import org.switchlab.counter.Phase;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.counter.ScriptedSource;
import org.switchlab.experiment.PaperParts.SharedCounts;
import org.switchlab.run.Progress;
import org.switchlab.warning.Warning;

class SharedCountsTest {

  private final ScriptedSource source = new ScriptedSource("emulated");
  private final AtomicInteger asked = new AtomicInteger();
  private final SharedCounts shared = new SharedCounts(new Asked(source, asked));

  @Test
  void aPhaseIsCountedOnceHoweverManyFiguresShowIt() {
    List<Phase> small = Phase.grid(Level.KERNEL, List.of(4096L), List.of(8L));
    List<Phase> both = Phase.grid(Level.KERNEL, List.of(4096L, 8192L), List.of(8L));
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
  void itStaysOpenForTheNextFigureUntilItEnds() {
    shared.close();
    assertThat(source.isClosed()).isFalse();
    shared.end();
    assertThat(source.isClosed()).isTrue();
  }

  /** Tells how many phases it is asked for. */
  private record Asked(CounterSource to, AtomicInteger asked) implements CounterSource {
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
