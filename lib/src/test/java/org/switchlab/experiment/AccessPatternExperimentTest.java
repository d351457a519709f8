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
import org.switchlab.estimate.AccessPattern;
import org.switchlab.estimate.SamplePatterns;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Mark;
import org.switchlab.machine.Machine;
import org.switchlab.result.ResultException;
import org.switchlab.result.ResultFolder;
import org.switchlab.result.ResultWriter;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.warning.WarningCode;

/** Fig. 2 by the formula. */
class AccessPatternExperimentTest {

  private static final TextStyle NARROW_ASCII = new TextStyle(60, false, false);

  @TempDir private Path temporary;

  private static Setup<AccessPatternResult> accessPattern() {
    return AccessPatternExperiment.EXPERIMENT.setup();
  }

  @Test
  void itIsCalledByItsFigureToo() {
    assertThat(AccessPatternExperiment.EXPERIMENT.isCalled("access-pattern")).isTrue();
    assertThat(AccessPatternExperiment.EXPERIMENT.isCalled("fig2")).isTrue();
  }

  @Test
  void itTakesOneArrayAndStridesAboveZero() {
    assertThat(accessPattern().sizesBytes(1024).stridesBytes(64, 8).settings())
        .extracting(setting -> setting.whole("strideBytes"))
        .containsExactly(8L, 64L);
    assertThat(accessPattern().settings())
        .extracting(setting -> setting.whole("arrayBytes"), s -> s.whole("strideBytes"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1024L, 8L),
            org.assertj.core.groups.Tuple.tuple(1024L, 64L),
            org.assertj.core.groups.Tuple.tuple(1024L, 256L));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accessPattern().stridesBytes(0, 8))
        .withMessageContaining("strides is 0; it must be a power of two from 8 B");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accessPattern().sizesBytes(1024, 2048))
        .withMessageContaining("sizes takes one value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accessPattern().sizesBytes(1 << 24).plan())
        .withMessageContaining("use a smaller array");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accessPattern().sizesBytes(64).plan())
        .withMessageContaining("stride 256 B is larger than the array of 64 B");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accessPattern().quick())
        .withMessageContaining("access-pattern has no use for 'quick'");
  }

  @Test
  void theLineIsTheMachinesAndNobodySetsIt() {
    assertThat(accessPattern().plan(Machine.published()).settings())
        .allMatch(setting -> setting.whole("lineBytes") == 64);
    assertThat(accessPattern().factors())
        .extracting(factor -> factor.word())
        .containsExactly("sizes", "strides", "cpu", "seed");
  }

  @Test
  void whatIsLoadedEqualsWhatWasSaved() {
    AccessPatternResult result = SampleTeaching.accessPattern(256, 8, 64);
    result.save(temporary.resolve("r"));
    assertThat(AccessPatternExperiment.EXPERIMENT.load(temporary.resolve("r"))).isEqualTo(result);
  }

  @Test
  void anEditedFileIsNamed() throws IOException {
    SampleTeaching.accessPattern(256, 8).save(temporary.resolve("r"));
    Files.writeString(temporary.resolve("r").resolve(ResultFolder.SUMMARY), "x");
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> AccessPatternExperiment.EXPERIMENT.load(temporary.resolve("r")))
        .withMessageContaining(ResultFolder.SUMMARY);
  }

  @Test
  void aKilledRunShowsTheStrideItHad() {
    AccessPatternResult whole = SampleTeaching.accessPattern(1024, 8, 64);
    Path folder = temporary.resolve("r");
    ResultWriter.begin(folder, SampleTeaching.begun(whole.plan()))
        .append(whole.observations().subList(0, 192));
    AccessPatternResult loaded = AccessPatternExperiment.EXPERIMENT.load(folder);
    assertThat(loaded.has(WarningCode.INTERRUPTED)).isTrue();
    assertThat(loaded.patterns().getFirst()).isEqualTo(whole.patterns().getFirst());
    assertThat(loaded.patterns().getLast().touches()).isEqualTo(64);
    assertThat(loaded.chartPng()).isNotEmpty();
  }

  @Test
  void theTableHasARowATouch() {
    AccessPatternResult result = SampleTeaching.accessPattern(8192, 8, 64);
    assertThat(result.patterns())
        .extracting(AccessPattern::order)
        .containsExactly(SamplePatterns.of(8192, 8).order(), SamplePatterns.of(8192, 64).order());
    assertThat(result.rows().columns())
        .extracting(Column::name)
        .containsExactly(
            "arrayBytes", "strideBytes", "order", "index", "offsetBytes", "cacheLine", "page");
    Row touch = result.rows().where("strideBytes", 64L).where("order", 1000L).first().orElseThrow();
    int index = SamplePatterns.of(8192, 64).order().get(1000);
    assertThat(touch.whole("index")).isEqualTo(index);
    assertThat(touch.whole("offsetBytes")).isEqualTo(8L * index);
    assertThat(touch.whole("cacheLine")).isEqualTo(index / 8);
    assertThat(touch.whole("page")).isEqualTo(index / 512);
    assertThat(result.table().rowCount()).isEqualTo(2048);
  }

  @Test
  void theStridesTableSaysWhatEachComesTo() {
    AccessPatternResult result = SampleTeaching.accessPattern(8192, 8, 64);
    assertThat(result.rows("strides").rows())
        .containsExactly(stride(8, 128, 2), stride(64, 1024, 16));
  }

  private static Row stride(int bytes, int lineArrivals, int pageArrivals) {
    return Row.of(
        "arrayBytes", 8192,
        "strideBytes", bytes,
        "touches", 1024,
        "lines", 128,
        "pages", 2,
        "lineArrivals", lineArrivals,
        "pageArrivals", pageArrivals);
  }

  @Test
  void theFigureHasAGridAStrideAndTheErratum() {
    AccessPatternResult result = SampleTeaching.accessPattern(1024, 8, 256);
    Figure figure = result.figure();
    assertThat(figure.marks(Mark.Cells.class))
        .extracting(Mark.Cells::name)
        .containsExactly("stride 8 B", "stride 256 B");
    assertThat(figure.marks(Mark.Cells.class).getLast().left()).isEqualTo(10);
    assertThat(figure.marks(Mark.Cells.class).getFirst().cells())
        .hasSize(128)
        .startsWith(new Mark.Cell(0, 0, 0, "0"))
        .endsWith(new Mark.Cell(7, 15, 1, "127"));
    assertThat(Svg.of(result.chartSvg()))
        .contains("stride 8 B", "stride 256 B", "Algorithm 1", ">127<");
  }

  @Test
  void aLargeArrayIsCutOffAndSaysSo() {
    Figure figure = SampleTeaching.accessPattern(1 << 16, 64).figure();
    assertThat(figure.notes()).contains("Only the first 32 lines are drawn.");
    assertThat(figure.marks(Mark.Cells.class).getFirst().cells()).hasSize(256);
  }

  @Test
  void itShowsItselfEverywhere() {
    AccessPatternResult result = SampleTeaching.accessPattern(256, 8, 64);
    assertThat(result.toText(TextStyle.PLAIN))
        .startsWith("Which elements a walk touches, and in which order\n")
        .contains("no time in it")
        .isEqualTo(result.toString());
    assertThat(result.toHtml())
        .startsWith("<div class=\"switchlab\">")
        .contains("<svg", "<table", "comes to a line");
    assertThat(result.chartPng()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void whatPeopleRead(String locale) {
    AccessPatternResult result = SampleTeaching.accessPattern(1024, 8, 64);
    Golden.matches(
        "access-pattern.txt",
        locale,
        () -> result.toText(TextStyle.PLAIN) + result.toText(NARROW_ASCII));
  }
}
