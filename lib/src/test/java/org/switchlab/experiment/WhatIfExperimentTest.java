package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.CounterSource;
import org.switchlab.counter.Phase;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.counter.SpaceCounts;
import org.switchlab.emulator.Alternative;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.Inclusion;
import org.switchlab.emulator.Presets;
import org.switchlab.emulator.TlbTagging;
import org.switchlab.estimate.MissCosts;
import org.switchlab.result.Result;
import org.switchlab.result.ResultJson;
import org.switchlab.result.RunSchema;
import org.switchlab.result.WhatIfResult;
import org.switchlab.run.Progress;
import org.switchlab.sample.Source;
import org.switchlab.sample.Variant;
import org.switchlab.table.Estimate;
import org.switchlab.view.TextStyle;
import org.switchlab.warning.Warning;

class WhatIfExperimentTest {

  /** A switch misses 6400 / entries pages, ten more if flushed; placement adds its own to all. */
  private static final class Toy implements CounterSource {
    private final Geometry geometry;

    Toy(Geometry geometry) {
      this.geometry = geometry;
    }

    @Override
    public String name() {
      return "emulated";
    }

    @Override
    public Set<CounterEvent> events() {
      return Set.of(CounterEvent.DTLB_MISSES);
    }

    @Override
    public void count(
        List<Phase> phases,
        int repetitions,
        long seed,
        Progress.Listener progress,
        Consumer<PhaseCounts> sink) {
      for (Phase phase : phases) {
        for (int r = 0; r < repetitions; r++) {
          sink.accept(
              new PhaseCounts(phase, r, 0, Map.of(CounterEvent.DTLB_MISSES, misses(phase, r))));
        }
      }
    }

    private SpaceCounts misses(Phase phase, int repetition) {
      long aMessage = 1000L * repetition;
      if (phase.variant() == Variant.PAIR) {
        boolean huge = geometry.pageBytes() > Geometry.SMALL_PAGE_BYTES;
        aMessage *= 2;
        aMessage += huge ? 1 : 6400 / geometry.dtlb().entries();
        aMessage += geometry.tagging() == TlbTagging.UNTAGGED ? 10 : 0;
      }
      return new SpaceCounts(aMessage * phase.messages(), 0L);
    }

    @Override
    public List<Warning> warnings() {
      return List.of();
    }

    @Override
    public void close() {}
  }

  private static WhatIfExperiment open() {
    return WhatIf.open()
        .emulator((geometry, to) -> new Toy(geometry))
        .seed(1)
        .progress(Progress.Listener.SILENT);
  }

  @Test
  void changesAreFreeOfWhatTheAlternativesHaveInCommon() {
    WhatIfResult result = open().doubleTlb().hugePages().flushAtSwitch().run();
    Estimate tlb = change(result, Alternative.DOUBLE_TLB);
    assertThat(tlb.value()).isCloseTo(-50, within(1e-6));
    assertThat(tlb.high() - tlb.low()).as("placement cancels").isCloseTo(0, within(1e-6));
    assertThat(change(result, Alternative.FLUSH).value()).isCloseTo(10, within(1e-6));
    assertThat(result.costChangeNs(Alternative.AS_IS, Alternative.DOUBLE_TLB).orElseThrow().value())
        .isCloseTo(-50 * MissCosts.ns(CounterEvent.DTLB_MISSES), within(1e-6));
    assertThat(result.messageChangeNs(Alternative.AS_IS, Alternative.FLUSH).orElseThrow().value())
        .as("the message without its switch is as it was")
        .isCloseTo(10 * MissCosts.ns(CounterEvent.DTLB_MISSES), within(1e-6));
    assertThat(result.missChange(Alternative.AS_IS, Alternative.FLUSH, CounterEvent.L2_MISSES))
        .as("the toy has no L2")
        .isEmpty();
    assertThat(result.source()).isEqualTo(Source.EMULATED);
  }

  private static Estimate change(WhatIfResult result, String to) {
    return result.missChange(Alternative.AS_IS, to, CounterEvent.DTLB_MISSES).orElseThrow();
  }

  @Test
  void theConclusionIsAnsweredByWhatWasEmulated() {
    Verdict all = open().doubleTlb().hugePages().flushAtSwitch().run().verdicts().getFirst();
    assertThat(all.outcome()).as(all.why()).isEqualTo(Outcome.CONFIRMED);
    assertThat(all.here()).contains("larger pages -0.377").endsWith("(emulated)");
    Verdict tags =
        open()
            .geometry(Presets.paper().change().tagging(TlbTagging.UNTAGGED).build())
            .pidTags()
            .flushAtSwitch()
            .run()
            .verdicts()
            .getFirst();
    assertThat(tags.why())
        .startsWith("Means over arrays of 4 KiB, 16 KiB")
        .endsWith("256 KiB. tags instead of a flush cost less: confirmed");
    Verdict none = open().doubleL1().run().verdicts().getFirst();
    assertThat(none.outcome()).isEqualTo(Outcome.NOT_MEASURABLE);
    Verdict same =
        open().alternative(Alternative.HUGE_PAGES, Presets.paper()).run().verdicts().getFirst();
    assertThat(same.outcome()).as("no change at all").isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void eachChangeChangesWhatItSays() {
    Geometry base = Presets.paper();
    List<Alternative> all =
        open()
            .doubleTlb()
            .hugePages()
            .pidTags()
            .flushAtSwitch()
            .inclusion(Inclusion.EXCLUSIVE)
            .doubleL1()
            .kernelFootprint()
            .alternatives();
    assertThat(all).hasSize(8).extracting(Alternative::name).doesNotHaveDuplicates();
    assertThat(all.getFirst().geometry()).isEqualTo(base);
    assertThat(all.get(1).geometry().dtlb().entries()).isEqualTo(2 * base.dtlb().entries());
    assertThat(all.get(1).geometry().stlb().entries()).isEqualTo(2 * base.stlb().entries());
    assertThat(all.get(2).geometry().pageBytes()).isEqualTo(2 << 20);
    assertThat(all.get(4).geometry().tagging()).isEqualTo(TlbTagging.UNTAGGED);
    assertThat(all.get(5).geometry().l2Inclusion()).isEqualTo(Inclusion.EXCLUSIVE);
    assertThat(all.get(6).geometry().l1d().sizeBytes()).isEqualTo(2 * base.l1d().sizeBytes());
    assertThat(all.get(7).geometry().l1i().sizeBytes()).isEqualTo(base.l1i().sizeBytes() / 2);
  }

  @Test
  void itShowsItselfStoresItselfAndFollowsTheSchema(@TempDir Path folder) throws IOException {
    Path stored = folder.resolve("what-if");
    WhatIfResult result = open().hugePages().saveTo(stored).run();
    assertThat(Result.load(stored)).isEqualTo(result);
    assertThat(RunSchema.errors(ResultJson.document(result, stored))).isEmpty();
    assertThat(result.toText(TextStyle.PLAIN)).contains("2 MiB pages", "cost of a switch (ns)");
    assertThat(result.toHtml()).contains("2 MiB pages", "dtlb-missesPerSwitch");
    assertThat(result.table().rowCount())
        .as("alternatives × sizes × repetitions")
        .isEqualTo(2 * 6 * 5);
  }

  @Test
  void everyMissThatCostsHasALatencyAboveZero() {
    assertThat(MissCosts.events()).hasSize(6).allMatch(event -> MissCosts.ns(event) > 0);
    assertThat(MissCosts.ns(CounterEvent.L3_MISSES))
        .isGreaterThan(MissCosts.ns(CounterEvent.L2_MISSES));
  }

  @Test
  void badSettingsAreNamed() {
    assertThatThrownBy(() -> open().stridesBytes(8, 64)).hasMessageContaining("one stride");
    assertThatThrownBy(() -> open().repetitions(0)).hasMessageContaining("repetitions is 0");
    assertThatThrownBy(() -> open().preset("vax")).hasMessageContaining("xeon-d-1541");
  }
}
