package org.switchlab.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.switchlab.plan.Point;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Variant;

/** Counts as observations, and back. */
class CountObservationsTest {

  @Property(tries = 200)
  void whatWasCountedIsReadBack(@ForAll("counts") List<PhaseCounts> counts) {
    List<Observation> observations = counts.stream().map(CountObservations::of).toList();
    assertThat(CountObservations.counts(observations)).isEqualTo(counts);
  }

  @Provide
  Arbitrary<List<PhaseCounts>> counts() {
    Arbitrary<Long> value = Arbitraries.longs();
    Arbitrary<SpaceCounts> spaces =
        Combinators.combine(value.injectNull(0.2), value.injectNull(0.2))
            .as(SpaceCounts::new)
            .filter(one -> one.user() != null || one.kernel() != null);
    Arbitrary<Map<CounterEvent, SpaceCounts>> events =
        Arbitraries.maps(Arbitraries.of(CounterEvent.class), spaces);
    Arbitrary<Phase> phase =
        Combinators.combine(
                Arbitraries.of(Level.class),
                Arbitraries.longs().between(1, 1 << 20),
                Arbitraries.of(Variant.class),
                Arbitraries.longs().between(1, Long.MAX_VALUE))
            .as(
                (level, size, variant, rounds) ->
                    new Phase(new Point(level.subject(), 8 * size, 8), variant, rounds));
    return Combinators.combine(phase, Arbitraries.integers().between(0, 9), value, events)
        .as(PhaseCounts::new)
        .list();
  }

  @Example
  void aSettingIsThePhaseThatIsCountedThere() {
    for (Level level : Level.values()) {
      for (Phase phase : Phase.grid(level, List.of(4096L, 1L << 20), List.of(8L, 64L))) {
        assertThat(CountObservations.phase(CountObservations.setting(phase))).isEqualTo(phase);
      }
    }
  }

  @Example
  void anotherExperimentsObservationsAreRefused() {
    assertThatThrownBy(() -> CountObservations.parse("a,b\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 1")
        .hasMessageContaining("l1d-missesUser");
  }
}
