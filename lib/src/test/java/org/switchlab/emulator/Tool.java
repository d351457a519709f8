package org.switchlab.emulator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Programs run by the emulator's integration tests: what the build made, and what may be there. */
final class Tool {

  private static final Path NATIVE =
      Path.of(System.getProperty("switchlab.native", "target/native"));
  private static final long TIMEOUT_S = 300;

  private Tool() {}

  /** What a program printed, both streams, and how it ended. */
  record Outcome(int exitCode, String text) {}

  /** Skips the test, saying what to install, where the program is missing. */
  static void require(String program, String debianPackage) {
    boolean found =
        Pattern.compile(":")
            .splitAsStream(System.getenv("PATH"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    assumeTrue(found, "%s is missing (Debian: %s)".formatted(program, debianPackage));
  }

  /** A file the build makes in {@code make tests}; skips the test where it could not. */
  static Path built(String name) {
    Path file = NATIVE.resolve("test").resolve(name);
    assumeTrue(Files.exists(file), file + " is built on x86-64 with a C compiler only");
    return file.toAbsolutePath();
  }

  /** The plugin as packed; skips the test where no shared library could be linked. */
  static Path plugin() {
    Path file = NATIVE.resolve("pack/org/switchlab/emulator/native/linux-x86_64/switchlab-vpmu.so");
    assumeTrue(Files.exists(file), file + " is built on x86-64 with a C compiler only");
    return file.toAbsolutePath();
  }

  /** Runs a command to its end, or kills it after five minutes. */
  static Outcome run(List<String> command) throws IOException, InterruptedException {
    Path text = Files.createTempFile("switchlab-tool", ".txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(text.toFile()).start();
    try {
      boolean ended = process.waitFor(TIMEOUT_S, TimeUnit.SECONDS);
      return new Outcome(ended ? process.exitValue() : -1, Files.readString(text));
    } finally {
      process.destroyForcibly();
      Files.delete(text);
    }
  }
}
