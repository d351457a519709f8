package org.switchlab.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.counter.Phase;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.counter.SpaceCounts;

/** What must hold of every counter check whatever was counted. */
class CounterChecksPropertyTest {

  private static final List<CounterEvent> EVENTS =
      List.of(CounterEvent.L1I_MISSES, CounterEvent.L1D_MISSES, CounterEvent.DTLB_MISSES);

  /** Both levels and three strides, misses anywhere between none and one an element. */
  private static List<PhaseCounts> random(Random random, CounterEvent event) {
    Counted counted = new Counted();
    for (Level level : Level.values()) {
      for (long stride : new long[] {8, 64, 256}) {
        double single = random.nextDouble();
        double switched = random.nextDouble();
        counted.add(
            level,
            stride,
            event,
            kib -> single * kib * random.nextInt(1, 3),
            kib -> switched * kib * random.nextInt(1, 3));
      }
    }
    return counted.counts();
  }

  private static List<Verdict> all(List<PhaseCounts> counts) {
    CounterEvidence evidence = Counted.evidence(counts, Counted.MACHINE);
    return Claim.ofStudy().stream()
        .filter(claim -> claim.check() != null && Checks.OF_COUNTS.containsKey(claim.check()))
        .map(claim -> Counted.judge(claim.id(), evidence))
        .toList();
  }

  @Property(tries = 10)
  void theOrderOfPhasesChangesNothing(@ForAll Random random) {
    for (CounterEvent event : EVENTS) {
      List<PhaseCounts> counted = random(random, event);
      List<List<PhaseCounts>> phases = new ArrayList<>();
      counted.stream()
          .collect(java.util.stream.Collectors.groupingBy(PhaseCounts::phase))
          .forEach((phase, counts) -> phases.add(counts));
      Collections.shuffle(phases, random);
      List<PhaseCounts> shuffled = phases.stream().flatMap(List::stream).toList();
      assertThat(all(shuffled)).isEqualTo(all(counted));
    }
  }

  @Property(tries = 10)
  void moreOfTheSameWorkAnswersAlike(
      @ForAll Random random, @ForAll @IntRange(min = 2, max = 50) int times) {
    for (CounterEvent event : EVENTS) {
      List<PhaseCounts> counted = random(random, event);
      List<PhaseCounts> longer = counted.stream().map(c -> longer(c, times)).toList();
      assertThat(all(longer)).isEqualTo(all(counted));
    }
  }

  private static PhaseCounts longer(PhaseCounts one, int times) {
    var phase = new Phase(one.phase().point(), one.phase().variant(), times * one.phase().rounds());
    var counts = new java.util.EnumMap<CounterEvent, SpaceCounts>(CounterEvent.class);
    one.counts()
        .forEach((e, c) -> counts.put(e, new SpaceCounts(times * c.user(), times * c.kernel())));
    return new PhaseCounts(phase, one.repetition(), times * one.switches(), counts);
  }

  @Property(tries = 10)
  void everyVerdictThatDecidesShowsItsNumbersAndItsSource(@ForAll Random random) {
    for (CounterEvent event : EVENTS) {
      for (Verdict verdict : all(random(random, event))) {
        assertThat(verdict.why()).isNotBlank();
        if (verdict.outcome() != Outcome.NOT_MEASURABLE) {
          assertThat(verdict.here()).containsPattern("\\d").endsWith("(emulated)");
        }
      }
    }
  }
}
