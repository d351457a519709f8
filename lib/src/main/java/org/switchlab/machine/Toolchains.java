package org.switchlab.machine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which compilers and tools are on PATH. Not part of {@link Machine#read()}: this starts each of
 * them once, all at the same time, which takes a second and disturbs a measurement.
 */
public final class Toolchains {

  /**
   * A program of another toolchain, as looked for on PATH: where it is, absent if it was not found,
   * and the first line it prints about its version, absent also if it failed or took too long.
   */
  public record Tool(String name, @Nullable Path path, @Nullable String version) {}

  private static final List<String> NAMES =
      List.of("cc gcc g++ clang cargo go qemu-system-x86_64 python3 valgrind perf".split(" ", -1));

  private final List<Path> folders;
  private final Duration timeout;

  /** Tools in the folders of a {@code path} like PATH, of which each gets {@code timeout}. */
  public Toolchains(String path, Duration timeout) {
    this.folders =
        Stream.of(path.split(File.pathSeparator, -1))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toList();
    this.timeout = timeout;
  }

  private static Toolchains ofProcess(Duration timeout) {
    return new Toolchains(System.getenv().getOrDefault("PATH", ""), timeout);
  }

  /** The tools on this process's PATH; one that takes over two seconds has no version. */
  public static List<Tool> read() throws InterruptedException {
    return ofProcess(Duration.ofSeconds(2)).find();
  }

  /**
   * Every tool this library can use, found or not, in a fixed order.
   *
   * @throws InterruptedException if the calling thread was interrupted; what was started is gone
   */
  public List<Tool> find() throws InterruptedException {
    List<Callable<Tool>> searches =
        NAMES.stream().<Callable<Tool>>map(name -> () -> find(name)).toList();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      return executor.invokeAll(searches).stream().map(Future::resultNow).toList();
    }
  }

  /** The program called {@code name} on this process's PATH; nothing is started. */
  public static Optional<Path> onPath(String name) {
    return ofProcess(Duration.ZERO).file(name);
  }

  private Optional<Path> file(String name) {
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private Tool find(String name) throws InterruptedException {
    Path path = file(name).orElse(null);
    String question = name.equals("go") ? "version" : "--version";
    return new Tool(name, path, path == null ? null : version(path, question));
  }

  private @Nullable String version(Path program, String question) throws InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(program.toString(), question)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    // Asking for a version must not make Go download another one.
    builder.environment().put("GOTOOLCHAIN", "local");
    try {
      Process process = builder.start();
      try (var output = process.inputReader()) {
        // A tool that fills the pipe waits for a reader and runs into the timeout: as it should.
        boolean ended = process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS);
        return ended && process.exitValue() == 0 ? output.readLine() : null;
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException notRunnable) {
      return null;
    }
  }
}
