package org.switchlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.python.Project;
import org.switchlab.subject.PackageManager;
import org.switchlab.subject.Toolchain;
import org.switchlab.subject.Toolchains;

/** Installing, with a package manager whose packages are files that it writes a version into. */
class ToolchainsCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> said = new ArrayList<>();

  private Toolchain toolchain(String name, String manager) {
    String file = folder.resolve(name).toString();
    return new Toolchain(
        name, "the tool " + name, List.of("cat", file), Map.of(manager, List.of(file)));
  }

  private int install(boolean isRoot, String script, Toolchain... wanted) throws Exception {
    PackageManager writer = new PackageManager("writer", List.of("sh", "-c", script));
    var installer =
        new ToolchainInstaller(
            Optional.of(writer), isRoot, () -> new Project(folder.resolve("lab")), said::add);
    return ToolchainsCommand.install(
        List.of(wanted), installer, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  @Test
  void whatIsMissingIsInstalledAndItsVersionTold() throws Exception {
    assertThat(install(true, "echo tool 1.2 > \"$0\"", toolchain("go", "writer"))).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("go: tool 1.2");
    assertThat(said).singleElement().asString().contains("installing", "with writer");
  }

  @Test
  void whatIsThereIsLeftAlone() throws Exception {
    Files.writeString(folder.resolve("go"), "tool 1.1");
    assertThat(install(true, "exit 1", toolchain("go", "writer"))).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("go: tool 1.1");
    assertThat(said).isEmpty();
  }

  @Test
  void withoutRootItTellsWhatToTypeAndGoesOn() throws Exception {
    Files.writeString(folder.resolve("there"), "tool 3");
    assertThat(
            install(
                false,
                "echo tool 1.2 > \"$0\"",
                toolchain("go", "writer"),
                toolchain("there", "writer")))
        .isEqualTo(ExitCode.NOT_POSSIBLE_HERE);
    assertThat(err.toString()).contains("go is missing", "type: sudo sh -c", folder + "/go");
    assertThat(out.toString()).contains("there: tool 3");
    assertThat(folder.resolve("go")).doesNotExist();
  }

  @Test
  void aFailedInstallationShowsTheEndOfWhatWasSaid() throws Exception {
    assertThat(install(true, "echo no space left; exit 9", toolchain("go", "writer")))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("failed", "  no space left", "install.log");
    assertThat(folder.resolve("lab/.switchlab/install.log")).content().contains("no space left");
  }

  @Test
  void whatWasInstalledAndDoesNotWorkIsNotCalledThere() throws Exception {
    assertThat(install(true, "exit 0", toolchain("go", "writer")))
        .isEqualTo(ExitCode.NOT_POSSIBLE_HERE);
    assertThat(err.toString()).contains("is not the tool go, since this does not work: cat");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void whereNoManagerHasItThePersonIsToldHowToTell() throws Exception {
    assertThat(install(true, "exit 0", toolchain("go", "another")))
        .isEqualTo(ExitCode.NOT_POSSIBLE_HERE);
    assertThat(err.toString()).contains("no package that is known here", "cat " + folder);
  }

  @Test
  void theListTellsWhatEachIsForIn80Columns() {
    String missing = ToolchainsCommand.entry(Toolchains.named("go"), Optional.empty());
    assertThat(missing)
        .startsWith("go                  Go 1.23 or later\n")
        .contains("missing; type: ./switchlab toolchains go", "go-iter-pull");
    String here = ToolchainsCommand.entry(Toolchains.named("go"), Optional.of("go 1.99"));
    assertThat(here).contains("here: go 1.99").doesNotContain("missing");
    assertThat((missing + here).lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void helpFits80ColumnsAndAnUnknownNameIsWrongUsage() {
    var print = new PrintWriter(out, true);
    assertThat(Main.execute(print, new PrintWriter(err, true), "toolchains", "--help")).isZero();
    assertThat(out.toString()).contains("switchlab toolchains all", "3 one cannot be installed");
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    assertThat(Main.execute(print, new PrintWriter(err, true), "toolchains", "nope"))
        .isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("there is no toolchain 'nope'; there are: ");
  }
}
