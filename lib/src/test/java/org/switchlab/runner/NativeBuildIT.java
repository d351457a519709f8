package org.switchlab.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the runner is built, and what the build says where something is missing. */
class NativeBuildIT {

  private static final String INSTALL = "apt install gcc make libc6-dev";

  private record Built(int exitCode, String output) {}

  @Test
  void theJarHoldsTheRunnerThatIsTested() throws IOException {
    try (InputStream packed = getClass().getResourceAsStream(NativeBuild.packedResource())) {
      assertThat(packed).as(NativeBuild.packedResource()).isNotNull();
      assertThat(packed.readAllBytes()).isEqualTo(Files.readAllBytes(NativeBuild.runner()));
    }
  }

  @Test
  void aSecondBuildHasNothingToDo() throws Exception {
    String root = "OUT=" + NativeBuild.root();
    String version = "VERSION=" + NativeBuild.version();
    Built built = build(Map.of(), "--question", "all", "tests", root, version);
    assertThat(built.exitCode()).as(built.output()).isZero();
  }

  @Test
  void withoutACompilerTheBuildSaysWhatToInstall(@TempDir Path bin) throws Exception {
    copy(bin, "sh", "make");
    Built built = build(Map.of("PATH", bin.toString(), "CC", ""), "all");
    assertThat(built.exitCode()).isNotZero();
    assertThat(built.output()).contains("no C compiler found", INSTALL);
  }

  @Test
  void withoutMakeTheBuildSaysWhatToInstall(@TempDir Path bin) throws Exception {
    copy(bin, "sh");
    Built built = build(Map.of("PATH", bin.toString()), "all");
    assertThat(built.exitCode()).isNotZero();
    assertThat(built.output()).contains("make not found", INSTALL);
  }

  @Test
  void withoutAStaticLibcItLinksDynamicallyAndSaysSo(@TempDir Path folder) throws Exception {
    Path compiler = folder.resolve("cc-without-static");
    Files.writeString(
        compiler,
        """
        #!/bin/sh
        for argument; do [ "$argument" != -static ] || exit 1; done
        exec cc "$@"
        """);
    Files.setPosixFilePermissions(compiler, PosixFilePermissions.fromString("rwx------"));
    Built built = build(Map.of(), "all", "CC=" + compiler, "OUT=" + folder.resolve("out"));
    assertThat(built.exitCode()).as(built.output()).isZero();
    assertThat(built.output()).contains("static libc missing: linking dynamically");
    Path runner = folder.resolve("out/pack" + NativeBuild.packedResource());
    try (var process =
        StartedRunner.startCommand(StartedRunner.command(runner, "reference --count 1"))) {
      assertThat(process.lines().getLast().text()).isEqualTo("done count=1");
    }
  }

  private static Built build(Map<String, String> environment, String... arguments)
      throws Exception {
    Path shell = Tools.require("sh", "dash");
    List<String> command = new ArrayList<>();
    command.add(shell.toString());
    command.add(NativeBuild.sources().resolve("build.sh").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes());
    return new Built(process.waitFor(), output);
  }

  /** A PATH of these programs alone. */
  private static void copy(Path bin, String... programs) throws IOException {
    for (String program : programs) {
      Path original = Tools.require(program, program).toRealPath();
      Files.copy(original, bin.resolve(program), StandardCopyOption.COPY_ATTRIBUTES);
    }
  }
}
