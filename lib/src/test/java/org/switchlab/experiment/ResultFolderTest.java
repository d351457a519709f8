package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.result.ResultException;
import org.switchlab.result.ResultWriter;
import org.switchlab.run.ProcessJob;
import org.switchlab.run.Runner;
import org.switchlab.run.RunnerException;
import org.switchlab.run.ScriptedRunner;
import org.switchlab.run.StampedJob;
import org.switchlab.run.Stamping;
import org.switchlab.sample.Couple;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Slot;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** A result's folder: written step by step, read back equal, and what is wrong with one named. */
class ResultFolderTest {

  @TempDir private Path temporary;
  private Path folder;

  /** Two settings, of which the second fails at once, so that it has no estimate. */
  private static SwitchCosts result() {
    return Scripted.run(
        KernelSwitchCost.EXPERIMENT
            .setup()
            .seed(42)
            .quick()
            .sizesBytes(32 << 10)
            .stridesBytes(0, 64),
        failingAtArrays(new ScriptedRunner(point -> 2_000).noise(0.01)));
  }

  private static Runner failingAtArrays(Runner runner) {
    return new Runner() {
      @Override
      public void measure(ProcessJob job, Consumer<Couple> sink)
          throws RunnerException, InterruptedException {
        requireRoom(job.point());
        runner.measure(job, sink);
      }

      @Override
      public Stamping stamped(StampedJob job, Consumer<Slot> sink)
          throws RunnerException, InterruptedException {
        requireRoom(job.point());
        return runner.stamped(job, sink);
      }

      private static void requireRoom(Point point) throws RunnerException {
        if (!point.isDirect()) {
          throw new RunnerException("no room for the array", null);
        }
      }

      @Override
      public List<Warning> warnings() {
        return List.of(new Warning(WarningCode.NO_FIFO, "no right to FIFO", "run as root"));
      }
    };
  }

  private final SwitchCosts result = result();

  @BeforeEach
  void nameFolder() {
    folder = temporary.resolve("results/one");
  }

  private SwitchCosts load() {
    return KernelSwitchCost.EXPERIMENT.load(folder);
  }

  @Test
  void whatIsLoadedEqualsWhatWasSaved() {
    result.save(folder);
    assertThat(load()).isEqualTo(result);
    assertThat(Catalogue.load(folder)).isEqualTo(result);
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
              "observations.csv",
              "summary.csv",
              "tables.json",
              "verdicts.json",
              "warnings.json",
              "chart.vl.json",
              "chart.svg",
              "chart.png");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"observations.csv", "tables.json", "machine.json", "verdicts.json", "chart.svg"})
  void anEditedFileIsNamed(String name) throws IOException {
    result.save(folder);
    Files.writeString(folder.resolve(name), Files.readString(folder.resolve(name)) + " ");
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(this::load)
        .withMessageContaining(name)
        .withMessageContaining("changed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "observations.csv", "plan.json", "warnings.json"})
  void aMissingFileIsNamed(String name) throws IOException {
    result.save(folder);
    Files.delete(folder.resolve(name));
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(this::load)
        .withMessageContaining(name);
  }

  @Test
  void aCutManifestIsNamed() throws IOException {
    result.save(folder);
    Path manifest = folder.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).substring(0, 40));
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(this::load)
        .withMessageContaining("manifest.json is cut or edited");
  }

  @Test
  void aKilledRunKeepsWhatItHad() {
    ResultWriter writer = begin();
    writer.append(threePasses());
    SwitchCosts loaded = load();
    assertThat(loaded.observations()).isEqualTo(threePasses());
    assertThat(loaded.warnings())
        .extracting(Warning::code)
        .containsExactly(WarningCode.INTERRUPTED);
    assertThat(loaded.estimates().getFirst().switchCostNs()).isNotNull();
  }

  @Test
  void aHalfWrittenLastLineIsIgnored() throws IOException {
    ResultWriter writer = begin();
    writer.append(threePasses());
    Path observations = folder.resolve("observations.csv");
    String text = Files.readString(observations);
    Files.writeString(observations, text.substring(0, text.length() - 7));
    assertThat(load().estimates().getFirst().samples()).isEqualTo(threePasses().size() - 1);
  }

  @Test
  void aRunThatHadNothingYetIsNamed() {
    begin();
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(this::load)
        .withMessageContaining("before there was anything to keep");
  }

  @Test
  void aLineOfAKilledRunThatWasChangedIsNamed() throws IOException {
    begin().append(threePasses());
    Path observations = folder.resolve("observations.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(observations));
    lines.set(2, lines.get(2).replaceFirst("2", "3"));
    Files.write(observations, lines);
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(this::load)
        .withMessageContaining("observations.csv")
        .withMessageContaining("line 3 does not agree");
  }

  @Test
  void linesThatNoRunWroteAreNotRead() throws IOException {
    begin().append(threePasses());
    Path observations = folder.resolve("observations.csv");
    Files.writeString(observations, Files.readString(observations) + "a,b\nc,d\n");
    assertThat(load().observations()).isEqualTo(threePasses());
  }

  @ParameterizedTest
  @ValueSource(strings = {"machine.json", "plan.json"})
  void aFileOfAKilledRunThatWasChangedIsNamed(String name) throws IOException {
    begin().append(threePasses());
    Files.writeString(folder.resolve(name), Files.readString(folder.resolve(name)) + " ");
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(this::load)
        .withMessageContaining(name + " was changed or cut");
  }

  @Test
  void whatTheManifestSaysOfTheRunCannotBeChanged() throws IOException {
    result.save(folder);
    Path manifest = folder.resolve("manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest).replaceFirst("measuredAt\" : \"20", "measuredAt\" : \"21"));
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(this::load)
        .withMessageContaining("manifest.json was changed");
  }

  @Test
  void aFormatThisVersionDoesNotReadIsNamed() throws IOException {
    result.save(folder);
    Path manifest = folder.resolve("manifest.json");
    Files.writeString(
        manifest, Files.readString(manifest).replace("\"format\" : 4", "\"format\" : 99"));
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(this::load)
        .withMessageContaining("format 99");
    // Another format may have other fields; it is no damage that it has.
    Files.writeString(manifest, "{\"format\": 5, \"experimentName\": \"x\"}");
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(this::load)
        .withMessageContaining("format 5, and this version reads 4")
        .withMessageNotContaining("restore");
  }

  @Test
  void anExperimentThatIsNotKnownIsShownPlainly() throws IOException {
    Plan known = result.plan();
    var unknown =
        new Plan(
            "moon-phase",
            known.title(),
            known.figure(),
            known.factors(),
            known.measures(),
            known.settings(),
            known.chosen(),
            known.effort(),
            known.cpu(),
            known.seed());
    new Result(result.data().of(unknown), Spec.plain()).save(folder);
    assertThat(Catalogue.load(folder).experiment()).isEqualTo("moon-phase");
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
    Files.delete(folder.resolve("observations.csv"));
    Files.createSymbolicLink(folder.resolve("observations.csv"), Path.of("/dev/full"));
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> writer.append(threePasses()))
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
        .contains("\n32768,64,,,,,,,,,,,,,,,0,0,0,0,0,failed\n");
    assertThat(load()).isEqualTo(result);
  }

  /** What three passes saw: the fewest that give an interval. */
  private List<Observation> threePasses() {
    return result.observations().stream().filter(seen -> seen.process() < 3).toList();
  }

  private ResultWriter begin() {
    return ResultWriter.begin(
        folder,
        ResultData.begun(result.source(), result.measuredAt(), result.machine(), result.plan()));
  }
}
