package org.switchlab.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a program ended.
 *
 * @param exitCode 128 + the signal's number if a signal ended it; absent if it did not end
 */
record Ended(@Nullable Integer exitCode, String out, String err) {

  /**
   * How long a command that measures may take before it counts as hung: it may have to wait for its
   * turn on this host, as long as somebody else measures.
   */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Path NOTHING = Path.of("/dev/null");

  /** Runs a command in a nest to its end, without input. */
  static Ended run(Nest nest, List<String> command, Duration limit)
      throws IOException, InterruptedException {
    return await(nest, start(nest, command, NOTHING), limit);
  }

  /** Starts a command that reads {@code input}. */
  static Process start(Nest nest, List<String> command, Path input) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(nest.root().toFile())
            .redirectInput(input.toFile())
            .redirectOutput(out(nest).toFile())
            .redirectError(err(nest).toFile());
    builder.environment().putAll(nest.environment());
    return builder.start();
  }

  /** Waits for a command that was started; one that does not end is killed. */
  static Ended await(Nest nest, Process process, Duration limit)
      throws IOException, InterruptedException {
    boolean ended = false;
    try {
      ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
    return new Ended(ended ? process.exitValue() : null, text(out(nest)), text(err(nest)));
  }

  /** Whether it says that it succeeded. */
  boolean success() {
    return exitCode != null && exitCode == 0;
  }

  /** How it ended, and what it said last. */
  String describe() {
    String last = err.strip().lines().reduce("", (_, line) -> line);
    return "exit code %s; %s".formatted(exitCode, last.isEmpty() ? "no word on stderr" : last);
  }

  private static Path out(Nest nest) {
    return nest.file("stdout");
  }

  private static Path err(Nest nest) {
    return nest.file("stderr");
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), UTF_8);
  }
}
