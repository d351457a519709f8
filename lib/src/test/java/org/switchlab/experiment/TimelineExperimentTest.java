package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.draw.Golden;
import org.switchlab.draw.Svg;
import org.switchlab.draw.TextStyle;
import org.switchlab.estimate.Activity;
import org.switchlab.estimate.SampleTraces;
import org.switchlab.estimate.Span;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.result.ResultException;
import org.switchlab.result.ResultFolder;
import org.switchlab.result.ResultWriter;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Trace;
import org.switchlab.sample.Variant;
import org.switchlab.table.Column;
import org.switchlab.warning.WarningCode;

/** Fig. 1 from scripted traces. */
class TimelineExperimentTest {

  private static final TextStyle NARROW_ASCII = new TextStyle(60, false, false);

  @TempDir private Path temporary;

  private static Setup<TimelineResult> timeline() {
    return TimelineExperiment.EXPERIMENT.setup();
  }

  @Test
  void itIsCalledByItsFigureToo() {
    assertThat(TimelineExperiment.EXPERIMENT.isCalled("timeline")).isTrue();
    assertThat(TimelineExperiment.EXPERIMENT.isCalled("fig1")).isTrue();
  }

  @Test
  void itTakesOneArrayAndOneStride() {
    Plan plan = timeline().sizesBytes(4096).stridesBytes(0).set("rounds", 7).plan();
    assertThat(plan.settings()).containsExactly(Setting.of("arrayBytes", 0, "strideBytes", 0));
    assertThat(plan.effort().fixedRounds()).isEqualTo(7);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> timeline().sizesBytes(1024, 2048))
        .withMessageContaining("sizes takes one value, and 2 are given");
  }

  @Test
  void withoutAnyWordItWalksASmallArrayAHundredTimes() {
    Plan plan = timeline().plan();
    assertThat(plan.settings()).containsExactly(Setting.of("arrayBytes", 8192, "strideBytes", 64));
    assertThat(plan.effort().fixedRounds()).isEqualTo(100);
  }

  @Test
  void itRefusesWhatMeansNothingToIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> timeline().set("rounds", 1001))
        .withMessageContaining("rounds is 1001; it must be 1 to 1000");
    assertThatIllegalArgumentException().isThrownBy(() -> timeline().set("rounds", 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> timeline().precision(0.1))
        .withMessageContaining("timeline has no use for 'precision'")
        .withMessageContaining("sizes, strides, rounds, cpu, seed");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> timeline().stridesBytes(12))
        .withMessageContaining("power of two");
  }

  @Test
  void whatIsLoadedEqualsWhatWasSaved() {
    TimelineResult result = SampleTeaching.timeline(SampleTraces.preempting(3));
    result.save(temporary.resolve("r"));
    TimelineResult loaded = TimelineExperiment.EXPERIMENT.load(temporary.resolve("r"));
    assertThat(loaded).isEqualTo(result);
    assertThat(loaded.stamps()).isEqualTo(SampleTraces.preempting(3).stamps());
    assertThat(loaded.spans()).isEqualTo(result.spans());
  }

  @Test
  void anEditedFileIsNamed() throws IOException {
    SampleTeaching.timeline(SampleTraces.waiting(3)).save(temporary.resolve("r"));
    Path stamps = temporary.resolve("r").resolve(ResultFolder.OBSERVATIONS);
    Files.writeString(stamps, "x");
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> TimelineExperiment.EXPERIMENT.load(temporary.resolve("r")))
        .withMessageContaining(ResultFolder.OBSERVATIONS);
  }

  @Test
  void aKilledRunShowsTheFlowItHad() {
    TimelineResult whole = SampleTeaching.timeline(SampleTraces.waiting(5));
    Path folder = temporary.resolve("r");
    ResultWriter writer = ResultWriter.begin(folder, SampleTeaching.begun(whole.plan()));
    writer.append(
        whole.observations().stream()
            .filter(seen -> seen.seen().text("variant").equals("single"))
            .toList());
    TimelineResult loaded = TimelineExperiment.EXPERIMENT.load(folder);
    assertThat(loaded.has(WarningCode.INTERRUPTED)).isTrue();
    assertThat(loaded.messageNs(Variant.SINGLE, Activity.WALK)).hasValue(400);
    assertThat(loaded.messageNs(Variant.PAIR, Activity.WALK)).isEmpty();
    assertThat(loaded.switchesCounted()).isEmpty();
    assertThat(loaded.toString()).contains("Switches in pair: 0 seen in the time stamps.");
    assertThat(loaded.chartPng()).isNotEmpty();
  }

  @Test
  void theTableHasARowASpan() {
    TimelineResult result = SampleTeaching.timeline(SampleTraces.waiting(5));
    assertThat(result.rows().columns())
        .extracting(Column::name)
        .containsExactly("variant", "process", "kind", "beginNs", "endNs", "durationNs");
    Span first = result.spans().getFirst();
    assertThat(first.activity()).isEqualTo(Activity.SYSTEM_CALL);
    assertThat(result.rows().first())
        .hasValueSatisfying(
            row -> {
              assertThat(row.text("variant")).isEqualTo("single");
              assertThat(row.text("process")).isEqualTo("parent");
              assertThat(row.text("kind")).isEqualTo("system call");
              assertThat(row.whole("durationNs")).isEqualTo(200);
            });
    assertThat(result.table().rowCount()).isEqualTo(result.spans().size());
    assertThat(result.observationTable().rowCount()).isEqualTo(result.stamps().size());
  }

  @Test
  void aMessageCostsTheSameWorkAndOneSwitch() {
    TimelineResult result = SampleTeaching.timeline(SampleTraces.preempting(4));
    assertThat(result.messageNs(Variant.SINGLE, Activity.WALK)).hasValue(400);
    assertThat(result.messageNs(Variant.PAIR, Activity.WALK)).hasValue(400);
    assertThat(result.messageNs(Variant.SINGLE, Activity.SWITCH)).isEmpty();
    assertThat(result.messageNs(Variant.PAIR, Activity.SWITCH)).hasValue(1000);
    assertThat(result.rows("message").columns())
        .extracting(Column::name)
        .containsExactly("kind", "singleNs", "switchNs");
    assertThat(result.rounds()).isEqualTo(4);
  }

  @Test
  void whatTheKernelCountedStandsBesideWhatWasSeen() {
    Trace trace = SampleTraces.waiting(20);
    Batch pair = trace.pair();
    Batch other =
        new Batch(pair.variant(), 20, pair.durationNs(), 9_500, 9_510, 40, 39, 3, pair.migrated());
    TimelineResult result = SampleTeaching.timeline(SampleTeaching.withPair(trace, other));
    assertThat(result.switchesSeen()).isEqualTo(40);
    assertThat(result.switchesCounted()).hasValue(42);
    assertThat(result.switchesExpected()).hasValue(40);
    assertThat(result.toString())
        .contains("40 seen in the time stamps, 42 counted by the kernel, 40 expected.");
  }

  @Test
  void theFigureHasARowAProcessAndAColourAnActivity() {
    TimelineResult result = SampleTeaching.timeline(SampleTraces.waiting(5));
    Figure figure = result.figure();
    assertThat(((RowScale) figure.y().scale()).names())
        .containsExactly("single", "pair: parent", "pair: peer");
    assertThat(figure.marks(Mark.Spans.class))
        .extracting(Mark.Spans::name)
        .containsExactly("walk", "system call", "switch", "switched out");
    assertThat(figure.marks(Mark.Spans.class).getLast().look().tint()).isEqualTo(Look.GREY);
    assertThat(figure.x().scale().axisMax()).isEqualTo(6.4);
    assertThat(Svg.of(result.chartSvg()))
        .contains("single", "pair: parent", "pair: peer", "A typical stretch of 5 traced rounds");
  }

  @Test
  void itShowsItselfEverywhere() {
    TimelineResult result = SampleTeaching.timeline(SampleTraces.preempting(3));
    assertThat(result.toText(TextStyle.PLAIN))
        .startsWith("Who runs when: messages with and without a switch\n")
        .contains("message", "pair: peer");
    assertThat(result.toString())
        .isEqualTo(result.toScreen(TextStyle.PLAIN))
        .contains("pair: peer");
    assertThat(result.toHtml())
        .startsWith("<div class=\"switchlab\">")
        .contains("<svg", "<table", "Every step holds the time of one clock reading.");
    assertThat(result.chartPng()).isNotEmpty();
    assertThat(result.vegaLite()).contains("pair: peer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void whatPeopleRead(String locale) {
    TimelineResult result = SampleTeaching.timeline(SampleTraces.waiting(5));
    Golden.matches(
        "timeline.txt", locale, () -> result.toText(TextStyle.PLAIN) + result.toText(NARROW_ASCII));
  }
}
