package org.switchlab.machine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** Names, and how each is asked for its version. */
  private static final Map<String, String> TOOLS = new LinkedHashMap<>();

  static {
    for (String name : List.of("cc", "gcc", "g++", "clang", "cargo")) {
      TOOLS.put(name, "--version");
    }
    TOOLS.put("go", "version");
    for (String name : List.of("qemu-system-x86_64", "python3", "valgrind", "perf")) {
      TOOLS.put(name, "--version");
    }
  }

  private final List<Path> folders;
  private final Duration timeout;

  /**
   * Tools in some folders.
   *
   * @param path folders separated like PATH
   * @param timeout how long a tool may take to tell its version
   */
  public Toolchains(String path, Duration timeout) {
    this.folders =
        Stream.of(path.split(File.pathSeparator, -1))
            .filter(folder -> !folder.isEmpty())
            .flatMap(Toolchains::folder)
            .toList();
    this.timeout = timeout;
  }

  /** The tools on this process's PATH; one that takes over two seconds has no version. */
  public static List<Tool> read() throws InterruptedException {
    String path = System.getenv("PATH");
    return new Toolchains(path == null ? "" : path, Duration.ofSeconds(2)).find();
  }

  /**
   * Every tool this library can use, found or not, in a fixed order.
   *
   * @throws InterruptedException if the calling thread was interrupted; what was started is gone
   */
  public List<Tool> find() throws InterruptedException {
    List<Callable<Tool>> searches = new ArrayList<>();
    TOOLS.forEach((name, flag) -> searches.add(() -> find(name, flag)));
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      return executor.invokeAll(searches).stream().map(Future::resultNow).toList();
    }
  }

  /** The program called {@code name} on this process's PATH; nothing is started. */
  public static Optional<Path> onPath(String name) {
    String path = System.getenv("PATH");
    return Optional.ofNullable(new Toolchains(path == null ? "" : path, Duration.ZERO).file(name));
  }

  private @Nullable Path file(String name) {
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst()
        .orElse(null);
  }

  private Tool find(String name, String flag) throws InterruptedException {
    Path path = file(name);
    return new Tool(name, path, path == null ? null : version(path, flag));
  }

  private @Nullable String version(Path program, String flag) throws InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(program.toString(), flag)
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

  private static Stream<Path> folder(String name) {
    try {
      return Stream.of(Path.of(name));
    } catch (InvalidPathException nonsense) {
      return Stream.empty();
    }
  }
}
