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
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the runner is built, and what the build says where something is missing. */
@Tag("same-without-rights")
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

  /** Make takes a blank for the end of a path: ring #320. */
  @Test
  void aBlankInThePathIsNoObstacleAndNothingStraysOutside(@TempDir Path folder) throws Exception {
    Path checkout = folder.resolve("My Projects");
    Path sources = checkout.resolve("lib/src/main/c");
    copyTree(NativeBuild.sources(), sources);
    Path out = checkout.resolve("lib/target/native");
    Built built = build(sources, Map.of(), "all", "OUT=" + out);
    assertThat(built.exitCode()).as(built.output()).isZero();
    assertThat(out.resolve("pack" + NativeBuild.packedResource())).isExecutable();
    assertThat(folder).isDirectoryContaining("glob:**/My Projects");
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside).hasSize(1);
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path copy = to.resolve(from.relativize(path));
        Files.createDirectories(Files.isDirectory(path) ? copy : copy.getParent());
        if (Files.isRegularFile(path)) {
          Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static Built build(Map<String, String> environment, String... arguments)
      throws Exception {
    return build(NativeBuild.sources(), environment, arguments);
  }

  private static Built build(Path sources, Map<String, String> environment, String... arguments)
      throws Exception {
    Path shell = Tools.require("sh", "dash");
    List<String> command = new ArrayList<>();
    command.add(shell.toString());
    command.add(sources.resolve("build.sh").toString());
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
