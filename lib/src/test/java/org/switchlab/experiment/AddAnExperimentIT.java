package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that the guide shows is all that an experiment needs. */
class AddAnExperimentIT {

  private static final int MOST_LINES = 60;

  @TempDir Path folder;

  @Test
  void itsFileAloneAddsAnExperiment() throws Exception {
    String code = code();
    assertThat(code.lines().count()).isLessThanOrEqualTo(MOST_LINES);
    Path library = copyOfTheLibrary();
    compile(code, library);

    String said = probe(library);
    assertThat(said)
        .contains("options: sleep slack quick precision budget until limit cpu seed\n")
        .contains("listed: true\n")
        .contains("columns: sleepNs slackNs lateNs lateLowNs lateHighNs visits repetitions stop\n")
        .contains("rows: 4\n")
        .contains("equal: true\n")
        .contains("picture: true\n")
        .contains("line: slack 1.00 ns\n", "line: slack 50.0 µs\n")
        .containsPattern("verdict: LS-1 (confirmed|inconclusive)\n")
        .contains("verdict: LS-2 ")
        .contains("How late nanosleep returns, by duration and timer slack\n");
  }

  /** The code block, as a reader copies it. */
  private static String code() throws IOException {
    String guide = Files.readString(file("docs/add-an-experiment.md"));
    List<MatchResult> blocks =
        Pattern.compile("^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(guide)
            .results()
            .toList();
    assertThat(blocks).hasSize(1);
    return blocks.getFirst().group(1);
  }

  private static Path file(String inLib) {
    return Stream.of(Path.of(inLib), Path.of("lib", inLib))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new AssertionError(inLib + " is not where the tests run"));
  }

  private Path copyOfTheLibrary() throws IOException, URISyntaxException {
    Path library = ownPlace();
    Path copy = folder.resolve("library");
    if (Files.isDirectory(library)) {
      copy(library, copy);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(library)) {
        copy(jar.getPath("/"), copy);
      }
    }
    return copy;
  }

  private static Path ownPlace() throws URISyntaxException {
    return Path.of(Catalogue.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path there = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(there);
        } else {
          Files.copy(file, there);
        }
      }
    }
  }

  private void compile(String code, Path library) throws IOException {
    Path source = folder.resolve("LateSleep.java");
    Files.writeString(source, code);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int exit =
        compiler.run(
            null,
            null,
            null,
            "-proc:none",
            "-classpath",
            classPath(library),
            "-d",
            library.toString(),
            source.toString());
    assertThat(exit).isZero();
  }

  /** This JVM's, with the copy in place of the library. */
  private static String classPath(Path library) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> isLibrary(entry) ? library.toString() : entry)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isLibrary(String entry) {
    try {
      return Path.of(entry).toAbsolutePath().normalize().equals(ownPlace());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private String probe(Path library) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-cp",
                classPath(library),
                GuideProbe.class.getName(),
                "late-sleep",
                folder.resolve("result").toString())
            .redirectErrorStream(true)
            .start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
