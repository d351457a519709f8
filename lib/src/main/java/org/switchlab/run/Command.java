package org.switchlab.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A command that is run to its end and not measured: a compiler, say. It reads an empty input; it
 * and all it started are gone when {@link #run} returns, also after an interrupt.
 *
 * @param words its name on PATH or its file, then its arguments
 * @param folder where it is started; the JVM's own if empty
 * @param environment what is set besides the JVM's own environment
 * @param limit how long it may take
 */
public record Command(
    List<String> words, Optional<Path> folder, Map<String, String> environment, Duration limit) {

  /** How a command ended, and what it said to both its outputs. */
  public record Ended(boolean well, String said) {}

  /** Keeps immutable copies. */
  public Command {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  /** In the JVM's folder and environment. */
  public Command(List<String> words, Duration limit) {
    this(words, Optional.empty(), Map.of(), limit);
  }

  /** The same started in a folder. */
  public Command in(Path other) {
    return new Command(words, Optional.of(other), environment, limit);
  }

  /** The same with one more variable. */
  public Command with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new Command(words, folder, more, limit);
  }

  /**
   * Runs it. One that takes longer than its limit has not ended well.
   *
   * @throws IOException if it cannot be started, because it is not there for instance
   * @throws InterruptedException if the calling thread was interrupted
   */
  public Ended run() throws IOException, InterruptedException {
    Path said = Files.createTempFile("switchlab-said", "");
    try {
      return run(said);
    } finally {
      Files.deleteIfExists(said);
    }
  }

  private Ended run(Path said) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    folder.ifPresent(path -> builder.directory(path.toFile()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      return new Ended(ended && process.exitValue() == 0, text(said));
    } finally {
      try (Stream<ProcessHandle> children = process.descendants()) {
        children.forEach(ProcessHandle::destroyForcibly);
      }
      process.destroyForcibly();
    }
  }

  private static String text(Path said) throws IOException {
    return new String(Files.readAllBytes(said), UTF_8); // a tool may say what is no UTF-8
  }
}
