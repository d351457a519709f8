package org.switchlab.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchlab.file.ProgramFolder;
import org.switchlab.file.Reason;
import org.switchlab.file.Sha256;
import org.switchlab.machine.Toolchains;

/**
 * This machine's C compiler. What it builds is kept in the {@link ProgramFolder} under the hash of
 * its source, so that the same source is compiled once.
 */
public final class CCompiler {

  private static final List<String> OPTIONS =
      List.of("-O2", "-g", "-std=gnu17", "-D_GNU_SOURCE", "-Wall", "-pthread");

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int SHOWN_LINES = 6;

  private final Path compiler;

  private CCompiler(Path compiler) {
    this.compiler = compiler;
  }

  /**
   * The one there is: {@code $CC}, else cc, gcc or clang on PATH.
   *
   * @throws RunnerException if there is none, saying what to type
   */
  public static CCompiler find() throws RunnerException {
    return Stream.of(Optional.ofNullable(System.getenv("CC")).orElse("cc"), "cc", "gcc", "clang")
        .filter(name -> !name.isBlank())
        .flatMap(name -> Toolchains.onPath(name).stream())
        .findFirst()
        .map(CCompiler::new)
        .orElseThrow(
            () ->
                new RunnerException(
                    "a C function needs a C compiler, and none of cc, gcc and clang is on PATH;"
                        + " type: sudo apt-get install gcc libc6-dev (with Fedora: sudo dnf install"
                        + " gcc; with conda: conda install -c conda-forge c-compiler)",
                    null));
  }

  /**
   * Builds an executable, unless it is there already.
   *
   * @param name of the executable, for messages too
   * @param sources text by file name; those that end with {@code .c} are compiled
   * @throws RunnerException if that fails, with the first lines of what the compiler says
   */
  public Path build(String name, Map<String, String> sources)
      throws RunnerException, InterruptedException {
    try {
      Path cache = ProgramFolder.path().resolve("functions");
      Path kept = cache.resolve(name + "-" + digest(sources));
      if (Files.isExecutable(kept)) {
        return kept;
      }
      Files.createDirectories(cache);
      return compiled(name, sources, Files.createTempDirectory(cache, "build"), kept);
    } catch (IOException e) {
      throw new RunnerException(name + " cannot be built: " + Reason.of(e), e);
    }
  }

  /** Others that start at the same moment see the whole file or none. */
  private Path compiled(String name, Map<String, String> sources, Path folder, Path executable)
      throws IOException, RunnerException, InterruptedException {
    try {
      compile(name, sources, folder);
      return Files.move(folder.resolve(name), executable, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(folder);
    }
  }

  private String digest(Map<String, String> sources) {
    String all = compiler + " " + OPTIONS + new TreeMap<>(sources);
    return Sha256.of(all.getBytes(UTF_8)).substring(0, 16);
  }

  private void compile(String name, Map<String, String> sources, Path folder)
      throws IOException, RunnerException, InterruptedException {
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Files.writeString(folder.resolve(source.getKey()), source.getValue(), UTF_8);
    }
    List<String> command = new ArrayList<>(List.of(compiler.toString()));
    command.addAll(OPTIONS);
    sources.keySet().stream().filter(file -> file.endsWith(".c")).sorted().forEach(command::add);
    command.addAll(List.of("-o", name, "-lm"));
    Command.Ended ended = new Command(command, LIMIT).in(folder).run();
    if (!ended.well()) {
      throw new RunnerException(complaint(name, ended.said()), null);
    }
  }

  private static String complaint(String name, String said) {
    String first =
        said.lines()
            .filter(line -> line.contains("error") || line.contains("undefined"))
            .limit(SHOWN_LINES)
            .collect(Collectors.joining("\n"));
    return "the C function of %s does not compile: mend what the compiler names\n%s"
        .formatted(name, first.isEmpty() ? said.strip() : first);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
