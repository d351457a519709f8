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
import org.switchlab.counter.RecordedSource.CountsCsv;
import org.switchlab.plan.Point;
import org.switchlab.sample.Variant;

class CountsCsvTest {

  @Property(tries = 200)
  void whatWasWrittenIsReadBack(@ForAll("counts") List<PhaseCounts> counts) {
    assertThat(CountsCsv.parse(BareCounts.write(counts))).isEqualTo(counts);
  }

  @Provide
  Arbitrary<List<PhaseCounts>> counts() {
    Arbitrary<Long> value = Arbitraries.longs();
    Arbitrary<SpaceCounts> spaces =
        Combinators.combine(value.injectNull(0.2), value.injectNull(0.2)).as(SpaceCounts::new);
    Arbitrary<Map<CounterEvent, SpaceCounts>> events =
        Arbitraries.maps(Arbitraries.of(CounterEvent.class), spaces).ofMinSize(1);
    Arbitrary<Phase> phase =
        Combinators.combine(
                Arbitraries.longs().between(1, 1 << 20),
                Arbitraries.of(Point.BASE_PAGE_BYTES, Point.HUGE_PAGE_BYTES),
                Arbitraries.of(Variant.class),
                Arbitraries.longs().between(1, Long.MAX_VALUE))
            .as(
                (size, pages, variant, rounds) ->
                    new Phase(new Point("pipe-pair", 8 * size, 8, pages), variant, rounds));
    return Combinators.combine(phase, Arbitraries.integers().between(0, 9), value, events)
        .as(PhaseCounts::new)
        .list()
        .uniqueElements(one -> List.of(one.phase(), one.repetition(), one.switches()));
  }

  @Example
  void aRowSaysWhatItIs() {
    var phase = new Phase(new Point("pipe-pair", 4096, 64), Variant.PAIR, 100);
    var counts =
        new PhaseCounts(phase, 1, 200, Map.of(CounterEvent.L1D_MISSES, new SpaceCounts(7L, null)));
    assertThat(BareCounts.write(List.of(counts)))
        .isEqualTo(BareCounts.HEADER + "\npipe-pair,4096,64,4096,pair,100,1,200,l1d-misses,7,\n");
  }

  @Example
  void aCutLastLineIsIgnored() {
    assertThat(CountsCsv.parse(BareCounts.HEADER + "\npipe-pair,40")).isEmpty();
  }

  @Example
  void aLineThatDoesNotFitIsNamed() {
    assertThatThrownBy(() -> CountsCsv.parse("a,b\n")).hasMessageContaining("line 1");
    assertRefused("pipe-pair,4096,64,pair", "line 2 has 4 cells, not 11");
    assertRefused(
        "pipe-pair,4096,64,4096,pair,100,0,200,l9-misses,1,1", "there is no event 'l9-misses'");
    assertRefused("pipe-pair,4096,64,4096,pair,100,0,200,cycles,x,1", "line 2");
    assertRefused("pipe-pair,4096,64,4096,both,100,0,200,cycles,1,1", "line 2");
    String row = "pipe-pair,4096,64,4096,pair,100,0,200,cycles,1,1";
    assertRefused(row + "\n" + row, "line 3: this repetition has cycles twice");
  }

  private static void assertRefused(String rows, String message) {
    assertThatThrownBy(() -> CountsCsv.parse(BareCounts.HEADER + "\n" + rows + "\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
