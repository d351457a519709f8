package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.CounterException;
import org.switchlab.counter.CounterSource;
import org.switchlab.counter.Phase;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.counter.SpaceCounts;
import org.switchlab.draw.Golden;
import org.switchlab.draw.Svg;
import org.switchlab.draw.TextStyle;
import org.switchlab.emulator.Alternative;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.Geometry.Inclusion;
import org.switchlab.emulator.Presets;
import org.switchlab.emulator.TlbTagging;
import org.switchlab.estimate.MissCosts;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Mark;
import org.switchlab.result.ResultJson;
import org.switchlab.run.Progress;
import org.switchlab.sample.Source;
import org.switchlab.sample.Variant;
import org.switchlab.table.Estimate;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** The what-if by a toy machine whose misses are known. */
class WhatIfTest {

  /** A switch misses 6400 / entries pages, ten more if flushed; placement adds its own to all. */
  private record Toy(Geometry geometry) implements CounterSource {

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

  private static WhatIfSetup open() {
    WhatIfSetup setup = WhatIf.open().emulator((geometry, to) -> new Toy(geometry));
    setup.seed(1).progress(Progress.Listener.SILENT);
    return setup;
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
    assertThat(result.costChangeNs(Alternative.FLUSH, Alternative.HUGE_PAGES))
        .as("any two can be compared")
        .isPresent();
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
            .alternative("tagged after all", Presets.paper())
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
  void everyWordStandsForItsChange() {
    WhatIfSetup words = open();
    words.set(
        "alternatives",
        "double-tlb",
        "huge-pages",
        "tags",
        "flush",
        "exclusive",
        "double-l1",
        "double-code");
    assertThat(words.alternatives())
        .isEqualTo(
            open()
                .doubleTlb()
                .hugePages()
                .pidTags()
                .flushAtSwitch()
                .inclusion(Inclusion.EXCLUSIVE)
                .doubleL1()
                .kernelFootprint()
                .alternatives());
    assertThat(open().alternatives())
        .extracting(Alternative::name)
        .containsExactly(
            Alternative.AS_IS,
            Alternative.DOUBLE_TLB,
            Alternative.HUGE_PAGES,
            Alternative.FLUSH,
            "L2 inclusive",
            "L1 × 2",
            "code × 2 (L1i ÷ 2)");
  }

  @Test
  void itShowsItselfStoresItselfAndFollowsTheSchema(@TempDir Path folder) {
    Path stored = folder.resolve("what-if");
    WhatIfSetup setup = open().hugePages();
    WhatIfResult result = setup.saveTo(stored).run();
    WhatIfResult loaded = WhatIf.EXPERIMENT.load(stored);
    assertThat(loaded).isEqualTo(result);
    assertThat(loaded.alternatives()).isEqualTo(setup.alternatives());
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RunSchema.text());
    assertThat(schema.validate(ResultJson.document(result, stored), InputFormat.JSON)).isEmpty();
    assertThat(result.toText(TextStyle.PLAIN)).contains("2 MiB pages", "cost of a switch (ns)");
    assertThat(result.toHtml()).contains("2 MiB pages", "dtlb-missesPerSwitch");
    assertThat(result.observationTable().rowCount())
        .as("alternatives × sizes × repetitions")
        .isEqualTo(2 * 6 * 5);
    assertThat(result.table().rowCount()).as("alternatives × sizes").isEqualTo(2 * 6);
  }

  @Test
  void eachAlternativeHasItsNameAndABarUpOrDown() {
    WhatIfResult result = open().doubleTlb().hugePages().flushAtSwitch().run();
    Svg.check(result.figures());
    List<Mark.Bars> bars = result.figure().marks(Mark.Bars.class);
    Mark.Bars dtlb =
        bars.stream().filter(b -> b.name().equals("dTLB misses")).findFirst().orElseThrow();
    assertThat(dtlb.dots().get(1).y()).as("2 MiB pages").isNegative();
    assertThat(dtlb.dots().get(2).y()).as("flushed").isPositive();
    Mark.Bars l3 =
        bars.stream().filter(b -> b.name().equals("L3 misses")).findFirst().orElseThrow();
    assertThat(l3.dots()).as("not modelled").noneMatch(Dot::isThere);
    assertThat(Svg.of(result.chartSvg())).contains("TLBs × 2", "2 MiB pages", "TLB flushed");
  }

  @Test
  void aFirstLookRepeatsLessAndASingleRepetitionHasNoInterval() {
    assertThat(open().plan().effort().passes()).isEqualTo(5);
    assertThat(open().quick().plan().effort().passes()).isEqualTo(2);
    WhatIfSetup once = open().hugePages();
    WhatIfResult result = once.repetitions(1).run();
    assertThat(result.figure().marks(Mark.Bars.class))
        .allMatch(bars -> bars.dots().stream().noneMatch(Dot::hasInterval));
    assertThat(change(result, Alternative.HUGE_PAGES).value()).isCloseTo(-99, within(1e-6));
  }

  @Test
  void anInterruptKeepsTheMachinesThatWereCounted(@TempDir Path folder) {
    Path stored = folder.resolve("cut");
    WhatIfSetup setup =
        WhatIf.open()
            .doubleTlb()
            .hugePages()
            .emulator(
                (geometry, to) -> {
                  if (geometry.pageBytes() > Geometry.SMALL_PAGE_BYTES) {
                    Thread.currentThread().interrupt();
                    throw new CounterException("interrupted", null);
                  }
                  return new Toy(geometry);
                });
    WhatIfResult cut = setup.seed(1).progress(Progress.Listener.SILENT).saveTo(stored).run();
    assertThat(Thread.interrupted()).isFalse();
    assertThat(cut.has(WarningCode.INTERRUPTED)).isTrue();
    assertThat(cut.costChangeNs(Alternative.AS_IS, Alternative.DOUBLE_TLB)).isPresent();
    assertThat(cut.costChangeNs(Alternative.AS_IS, Alternative.HUGE_PAGES)).isEmpty();
    assertThat(cut.toString()).contains("interrupted");
    assertThat(WhatIf.EXPERIMENT.load(stored)).isEqualTo(cut);
  }

  @Test
  void everyMissThatCostsHasALatencyAboveZero() {
    assertThat(MissCosts.events()).hasSize(6).allMatch(event -> MissCosts.ns(event) > 0);
    assertThat(MissCosts.ns(CounterEvent.L3_MISSES))
        .isGreaterThan(MissCosts.ns(CounterEvent.L2_MISSES));
  }

  @Test
  void badSettingsAreNamed() {
    assertThatThrownBy(() -> open().stridesBytes(8, 64)).hasMessageContaining("one value");
    assertThatThrownBy(() -> open().stridesBytes(0)).hasMessageContaining("one stride above 0");
    assertThatThrownBy(() -> open().repetitions(0)).hasMessageContaining("repetitions is 0");
    assertThatThrownBy(() -> open().preset("vax")).hasMessageContaining("xeon-d-1541");
    assertThatThrownBy(() -> open().set("alternatives", "faster"))
        .hasMessageContaining("double-l1");
    assertThatThrownBy(() -> open().hugePages().hugePages().plan())
        .hasMessageContaining("two alternatives '2 MiB pages'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void text(String locale) {
    Golden.matches(
        "what-if-changes.txt",
        locale,
        () -> open().doubleTlb().hugePages().flushAtSwitch().run().toText(TextStyle.PLAIN));
  }
}
