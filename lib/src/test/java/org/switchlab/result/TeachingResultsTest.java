package org.switchlab.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.switchlab.defect.Comparison;
import org.switchlab.defect.Conduct;
import org.switchlab.defect.SampleComparisons;
import org.switchlab.estimate.SamplePatterns;
import org.switchlab.estimate.SampleTraces;
import org.switchlab.estimate.Timeline;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Protocols;
import org.switchlab.sample.Samples;
import org.switchlab.sample.Source;
import org.switchlab.view.TextStyle;
import org.switchlab.warning.WarningCode;

/** Storing and showing of timelines, access patterns and wrong methods. */
class TeachingResultsTest {

  private static final Point PAIRED = Point.direct(Conduct.PAIRED.subject());

  @TempDir private Path temporary;

  private static Frame frame(String experiment, Point point) {
    var plan = new Plan(experiment, "A title", "", List.of(point), Protocols.quickPasses(), 1, 42);
    return Frame.begun(Source.MEASURED, "2026-01-02T03:04:05Z", Machine.published(), plan);
  }

  private static ProtocolsResult protocols() {
    var samples =
        new Samples(List.of(SampleResults.process(PAIRED, 0), SampleResults.process(PAIRED, 1)));
    return new ProtocolsResult(frame("protocols", PAIRED), samples, SampleComparisons.all());
  }

  static Stream<Result> results() {
    var patterns = List.of(SamplePatterns.of(256, 8), SamplePatterns.of(256, 64));
    return Stream.of(
        new TimelineResult(
            frame("timeline", Point.direct("pipe-pair-traced")),
            Timeline.of(SampleTraces.preempting(3))),
        new AccessPatternResult(frame("access-pattern", patterns.getFirst().point()), patterns),
        protocols());
  }

  @ParameterizedTest
  @MethodSource("results")
  void whatIsLoadedEqualsWhatWasSaved(Result result) {
    Path folder = temporary.resolve("result");
    result.save(folder);
    assertThat(Result.load(folder)).isEqualTo(result);
  }

  @ParameterizedTest
  @MethodSource("results")
  void anEditedFileIsNamed(Result result) throws IOException {
    Path folder = temporary.resolve("result");
    result.save(folder);
    String own = result.ownFiles().keySet().iterator().next();
    Files.writeString(folder.resolve(own), "x");
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> Result.load(folder))
        .withMessageContaining(own);
  }

  @ParameterizedTest
  @MethodSource("results")
  void theDocumentFollowsTheSchema(Result result) throws IOException {
    String document = ResultJson.document(result, Path.of("some/folder"));
    assertThat(RunSchema.errors(document)).isEmpty();
    String renamed = document.replaceFirst("\"(durationNs|cacheLine|errorNs)\"", "\"other\"");
    assertThat(RunSchema.errors(renamed)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("results")
  void itShowsItselfEverywhere(Result result) {
    assertThat(result.toText(TextStyle.PLAIN)).startsWith("A title\n").isEqualTo(result.toString());
    assertThat(result.toHtml()).startsWith("<div class=\"switchlab\">").contains("<svg", "<table");
    assertThat(result.chartPng()).isNotEmpty();
    assertThat(result.table().rowCount()).isPositive();
  }

  @Test
  void anInterruptedRunOfProtocolsLoadsWhatTheSamplesSayAndSaysSo() {
    Path folder = temporary.resolve("result");
    ProtocolsResult whole = protocols();
    ResultWriter writer = ResultWriter.begin(folder, ProtocolsResult.KIND, whole.frame());
    whole
        .samples()
        .processes()
        .forEach(sample -> writer.append(ProtocolsResult.SAMPLES, ProtocolsResult.rows(sample)));
    ProtocolsResult loaded = Result.load(folder, ProtocolsResult.class);
    assertThat(loaded.samples()).isEqualTo(whole.samples());
    assertThat(loaded.comparisons())
        .extracting(Comparison::name)
        .containsExactly("lat-ctx", "twice-the-switches", "mean-of-everything");
    assertThat(loaded.has(WarningCode.INTERRUPTED)).isTrue();
  }
}
