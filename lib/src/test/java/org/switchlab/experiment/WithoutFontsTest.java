package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.HeadlessException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.draw.ChartFiles;
import org.switchlab.draw.DrawingException;
import org.switchlab.result.ResultWriter;
import org.switchlab.run.ScriptedRunner;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Nothing that comes after the measuring may lose it, least of all a picture. */
class WithoutFontsTest {

  @TempDir private Path folder;

  @Test
  void withoutFontsThereAreNumbersTextAndFolderAndADoubtWithItsRemedy() throws Exception {
    Path none = Files.createDirectory(folder.resolve("none"));
    Path config = folder.resolve("fonts.conf");
    Files.writeString(
        config,
        "<!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig><dir>" + none + "</dir></fontconfig>");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.home=" + none,
                "-Dsun.awt.fontconfig=" + folder.resolve("absent"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                WithoutFonts.class.getName(),
                folder.resolve("result").toString())
            .redirectErrorStream(true);
    builder.environment().put("FONTCONFIG_FILE", config.toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    SwitchCosts stored = DirectCost.EXPERIMENT.load(folder.resolve("result"));
    assertThat(stored.rows().size()).isPositive();
    boolean drawn = Files.exists(folder.resolve("result/chart.svg"));
    // A JVM that brings its fonts along draws in spite of all this, and then must not complain.
    assertThat(stored.has(WarningCode.NO_PICTURE)).isNotEqualTo(drawn);
    assertThat(output.contains("no picture can be drawn here")).isNotEqualTo(drawn);
    assertThat(folder.resolve("result/chart.vl.json")).exists();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        HeadlessException.class,
        InternalError.class,
        NoClassDefFoundError.class,
        UnsatisfiedLinkErrorOfAwt.class
      })
  void everyWayToFailIsOneExceptionThatNamesTheRemedy(Class<? extends Throwable> kind) {
    assertThatThrownBy(
            () ->
                ChartFiles.drawn(
                    () -> {
                      throw thrown(kind);
                    }))
        .isInstanceOfSatisfying(
            DrawingException.class,
            e -> {
              assertThat(e.doubt().code()).isEqualTo(WarningCode.NO_PICTURE);
              assertThat(e.doubt().remedy()).contains("fonts-dejavu-core");
            });
  }

  @Test
  void aChartThatCannotBeWrittenLeavesTheNumbers() throws Exception {
    Path target = folder.resolve("result");
    SwitchCosts result =
        Scripted.run(
            DirectCost.EXPERIMENT.setup().seed(1).quick(), new ScriptedRunner(point -> 2_000));
    var writer = ResultWriter.begin(target, result.data());
    // A folder of that name stands in the way, as a full disk would.
    Files.createDirectories(target.resolve("chart.svg/inside"));
    assertThat(writer.finish(result))
        .extracting(Warning::code)
        .isEqualTo(List.of(WarningCode.NO_PICTURE));
    assertThat(DirectCost.EXPERIMENT.load(target).rows()).isEqualTo(result.rows());
  }

  private static Exception thrown(Class<? extends Throwable> kind) throws Exception {
    Throwable made = kind.getDeclaredConstructor().newInstance();
    if (made instanceof Error error) {
      throw error;
    }
    return (Exception) made;
  }

  /** With a constructor without parts, as the others have. */
  static final class UnsatisfiedLinkErrorOfAwt extends UnsatisfiedLinkError {
    private static final long serialVersionUID = 1;
  }
}
