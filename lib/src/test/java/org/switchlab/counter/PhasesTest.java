package org.switchlab.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.switchlab.sample.Variant;

class PhasesTest {

  @Property
  void singleAndPairDoTheSameWork(
      @ForAll @IntRange(min = 0, max = 12) int size, @ForAll @IntRange(min = 0, max = 5) int step) {
    for (Level level : Level.values()) {
      List<Phase> phases = Phases.of(level, List.of(1024L << size), List.of(8L << step));
      assertThat(phases).extracting(Phase::variant).containsExactly(Variant.SINGLE, Variant.PAIR);
      assertThat(phases.get(0).messages()).isEqualTo(phases.get(1).messages()).isPositive();
      assertThat(phases).allMatch(phase -> phase.point().subject().equals(level.subject()));
    }
  }

  @Test
  void aLargeArrayIsWalkedLessOftenAndNeverNotAtAll() {
    List<Phase> phases = Phases.of(Level.KERNEL, List.of(1024L, 1L << 20, 1L << 24), List.of(8L));
    assertThat(phases).extracting(Phase::messages).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(phases.getLast().messages()).isGreaterThanOrEqualTo(8);
  }

  @Test
  void rowsAreMediansOfWhatWasCountedAndNothingElse() {
    List<Phase> phases = Phases.of(Level.USER, List.of(64L << 10), List.of(64L));
    List<PhaseCounts> counts =
        new ScriptedSource("perf").count(phases, 3, 1, org.switchlab.run.Progress.Listener.SILENT);
    List<CounterRow> rows = CounterRows.medians(counts, List.of(CounterEvent.L1D_MISSES));
    assertThat(rows).hasSize(6).allMatch(row -> row.level() == Level.USER);
    assertThat(rows).extracting(CounterRow::variant).containsOnly("single", "switch");
    CounterRow all =
        rows.stream()
            .filter(r -> r.space() == Space.ALL && r.variant().equals("switch"))
            .findFirst()
            .orElseThrow();
    long messages = phases.getLast().messages();
    assertThat(all.count()).isEqualTo(messages * 8192 + all.switches() * 20);
    assertThat(all.instructions()).isEqualTo(messages * (4 * 8192 + 2100) + 1);
    assertThat(all.perThousandInstructions()).isEqualTo(1e3 * all.count() / all.instructions());
    assertThat(CounterRows.medians(counts, List.of(CounterEvent.L3_MISSES))).isEmpty();
    assertThat(CounterRows.repetitions(counts, List.of(CounterEvent.INSTRUCTIONS))).hasSize(18);
  }

  @Test
  void whatTheKernelDidNotCountHasNoRowAndNoRatio() {
    Phase phase = Phases.of(Level.KERNEL, List.of(1024L), List.of(8L)).getFirst();
    var counts =
        new PhaseCounts(
            phase, 0, 0, java.util.Map.of(CounterEvent.DTLB_MISSES, new SpaceCounts(7L, null)));
    List<CounterRow> rows = CounterRows.medians(List.of(counts), List.of(CounterEvent.DTLB_MISSES));
    assertThat(rows)
        .singleElement()
        .satisfies(row -> assertThat(row.space()).isEqualTo(Space.USER))
        .satisfies(row -> assertThat(row.instructions()).isNull())
        .satisfies(row -> assertThat(row.perThousandInstructions()).isNull());
  }
}
