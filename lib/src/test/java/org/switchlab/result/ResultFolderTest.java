package org.switchlab.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

class ResultFolderTest {

  @TempDir private Path temporary;
  private Path folder;
  private final SwitchCostResult result = SampleResults.small();

  @BeforeEach
  void nameFolder() {
    folder = temporary.resolve("results/one");
  }

  @Test
  void whatIsLoadedEqualsWhatWasSaved() {
    result.save(folder);
    assertThat(Result.load(folder)).isEqualTo(result);
  }

  @Test
  void theFolderHoldsTheFilesOfTheDesignAndNoLeftovers() throws IOException {
    result.save(folder);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "manifest.json",
              "machine.json",
              "plan.json",
              "samples.csv",
              "summary.csv",
              "estimates.json",
              "verdicts.json",
              "warnings.json",
              "chart.svg",
              "chart.png");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"samples.csv", "estimates.json", "machine.json", "verdicts.json", "chart.svg"})
  void anEditedFileIsNamed(String name) throws IOException {
    result.save(folder);
    Files.writeString(folder.resolve(name), Files.readString(folder.resolve(name)) + " ");
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> Result.load(folder))
        .withMessageContaining(name)
        .withMessageContaining("changed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "samples.csv", "plan.json", "warnings.json"})
  void aMissingFileIsNamed(String name) throws IOException {
    result.save(folder);
    Files.delete(folder.resolve(name));
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> Result.load(folder))
        .withMessageContaining(name);
  }

  @Test
  void aCutManifestIsNamed() throws IOException {
    result.save(folder);
    Path manifest = folder.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).substring(0, 40));
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> Result.load(folder))
        .withMessageContaining("manifest.json is cut or edited");
  }

  @Test
  void aKilledRunKeepsWhatItHad() throws IOException {
    ResultWriter writer = begin();
    addOne(writer);
    SwitchCostResult loaded = Result.load(folder, SwitchCostResult.class);
    assertThat(loaded.samples().processes())
        .containsExactly(result.samples().processes().getFirst());
    assertThat(loaded.warnings())
        .extracting(Warning::code)
        .containsExactly(WarningCode.INTERRUPTED);
    assertThat(loaded.estimates().getFirst().switchCostNs()).isNotNull();
  }

  @Test
  void aHalfWrittenLastLineIsIgnored() throws IOException {
    ResultWriter writer = begin();
    addOne(writer);
    Path samples = folder.resolve("samples.csv");
    String text = Files.readString(samples);
    Files.writeString(samples, text.substring(0, text.length() - 7));
    List<PointEstimate> estimates = Result.load(folder, SwitchCostResult.class).estimates();
    assertThat(estimates.getFirst().batches()).isEqualTo(4);
  }

  @Test
  void aLineThatIsNoSampleIsNamed() throws IOException {
    begin();
    Path samples = folder.resolve("samples.csv");
    Files.writeString(samples, Files.readString(samples) + "a,b\nc,d\n");
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> Result.load(folder))
        .withMessageContaining("samples.csv")
        .withMessageContaining("line 2");
  }

  @Test
  void aKindThisVersionDoesNotKnowIsNamed() throws IOException {
    begin();
    Path manifest = folder.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("switch-cost", "moon-phase"));
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> Result.load(folder))
        .withMessageContaining("moon-phase");
  }

  @Test
  void aFolderThatHoldsAResultIsNotWrittenOver() {
    result.save(folder);
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> result.save(folder))
        .withMessageContaining("already holds a result");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamedBeforeMeasuring() throws IOException {
    Files.writeString(temporary.resolve("results"), "a file");
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(this::begin)
        .withMessageContaining(folder.toString())
        .withMessageContaining("name another folder");
  }

  @Test
  void aFullDiskIsAnErrorThatNamesTheFolder() throws IOException {
    ResultWriter writer = begin();
    Files.delete(folder.resolve("samples.csv"));
    Files.createSymbolicLink(folder.resolve("samples.csv"), Path.of("/dev/full"));
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> addOne(writer))
        .withMessageContaining("No space left")
        .withMessageContaining(folder.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void whatIsStoredDoesNotDependOnTheLocale(String tag) throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      result.save(folder);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(Files.readString(folder.resolve("summary.csv")))
        .startsWith("arrayBytes,strideBytes,estimateNs,ciLowNs,ciHighNs,singleNs,roundTripNs,")
        .doesNotContain(";")
        .contains("\n32768,64,,,,,,0,0,,0,0,budget\n");
    assertThat(Result.load(folder)).isEqualTo(result);
  }

  private void addOne(ResultWriter writer) {
    writer.append(
        SwitchCostResult.SAMPLES, SwitchCostResult.rows(result.samples().processes().getFirst()));
  }

  private ResultWriter begin() {
    Frame frame = result.frame();
    return ResultWriter.begin(
        folder,
        SwitchCostResult.KIND,
        Frame.begun(frame.source(), frame.measuredAt(), frame.machine(), frame.plan()));
  }
}
