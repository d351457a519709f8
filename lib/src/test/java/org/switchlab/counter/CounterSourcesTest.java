package org.switchlab.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.counter.CounterSources.Candidate;
import org.switchlab.counter.CounterSources.Choice;
import org.switchlab.plan.Point;
import org.switchlab.run.Progress;
import org.switchlab.sample.Variant;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

class CounterSourcesTest {

  private static final Phase PAIR = new Phase(new Point("pipe-pair", 4096, 64), Variant.PAIR, 100);
  private static final Candidate REFUSED =
      new Candidate(
          "perf",
          () -> {
            throw new CounterException("no counters; set this to 1", null);
          });

  @TempDir Path folder;

  private Candidate recording(CounterEvent event) throws IOException {
    var counts = new PhaseCounts(PAIR, 0, 200, Map.of(event, new SpaceCounts(10L, 20L)));
    Path place = folder.resolve(event.word());
    Files.createDirectories(place);
    Files.writeString(place.resolve(RecordedSource.BARE), BareCounts.write(List.of(counts)));
    return recorded(place);
  }

  private static Candidate recorded(Path place) {
    return new Candidate("recorded", () -> RecordedSource.open(place));
  }

  @Test
  void theFirstThatCountsInstructionsIsTakenAndTheOthersSayWhyNot() throws Exception {
    var sources =
        new CounterSources(
            List.of(
                REFUSED,
                recording(CounterEvent.CONTEXT_SWITCHES),
                recording(CounterEvent.INSTRUCTIONS)));
    Choice choice = sources.choose(CounterSources.AUTO);
    assertThat(choice.source().events()).containsExactly(CounterEvent.INSTRUCTIONS);
    assertThat(choice.warnings())
        .extracting(Warning::code)
        .containsOnly(WarningCode.SOURCE_PASSED_OVER)
        .hasSize(2);
    assertThat(choice.warnings().getFirst().message()).contains("perf", "set this to 1");
    assertThat(choice.warnings().getLast().message()).contains("does not count instructions");
  }

  @Test
  void whoNamesASourceGetsItWhateverItCounts() throws Exception {
    var sources = new CounterSources(List.of(REFUSED, recording(CounterEvent.PAGE_FAULTS)));
    assertThat(sources.choose("recorded").source().name()).isEqualTo("recorded");
    assertThatThrownBy(() -> sources.choose("perf")).isInstanceOf(CounterException.class);
    assertThatThrownBy(() -> sources.choose("guessed"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no source 'guessed'; there are: auto, perf, recorded");
  }

  @Test
  void whereNoneCanBeHadEachReasonIsGiven() {
    var sources = new CounterSources(List.of(REFUSED, recorded(folder.resolve("nowhere"))));
    assertThatThrownBy(() -> sources.choose(CounterSources.AUTO))
        .isInstanceOf(CounterException.class)
        .hasMessageContaining("set this to 1")
        .hasMessageContaining("nowhere")
        .hasMessageContaining("counts.csv");
  }

  @Test
  void aRecordingGivesWhatItHasAndNamesItsGaps() throws Exception {
    CounterSource source = recording(CounterEvent.INSTRUCTIONS).opener().get();
    var other = new Phase(new Point("pipe-pair", 8192, 64), Variant.PAIR, 100);
    List<PhaseCounts> counts = source.count(List.of(PAIR, other), 1, 0, Progress.Listener.SILENT);
    assertThat(counts).singleElement().extracting(PhaseCounts::phase).isEqualTo(PAIR);
    assertThat(source.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo(WarningCode.NOT_RECORDED);
              assertThat(warning.message()).contains("0 of 1", "8 KiB");
            });
  }

  @Test
  void aBrokenRecordingIsNamedWithItsLine() throws Exception {
    Files.writeString(folder.resolve(RecordedSource.BARE), BareCounts.HEADER + "\nx,y\n");
    assertThatThrownBy(() -> RecordedSource.open(folder))
        .isInstanceOf(CounterException.class)
        .hasMessageContaining("counts.csv: line 2");
  }
}
