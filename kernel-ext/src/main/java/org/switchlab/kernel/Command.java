package org.switchlab.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command of the installation to its end. */
final class Command {

  // A recording takes 5 to 10 s; a loaded machine or a slow disk some times as long.
  private static final long PATIENCE_S = 300;

  private static final int TOLD_CHARACTERS = 2_000;

  private Command() {}

  /**
   * Runs {@code command}.
   *
   * @param work where its output goes meanwhile
   * @throws IOException with the end of its output, if it fails or does not end
   */
  static void run(List<String> command, Path work) throws IOException, InterruptedException {
    Path output = Files.createTempFile(work, "output", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        throw new IOException(command.getFirst() + " did not end in " + PATIENCE_S + " s");
      }
      if (process.exitValue() != 0) {
        throw new IOException(
            command.getFirst() + " failed with " + process.exitValue() + ": " + end(output));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String end(Path output) throws IOException {
    String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
    return text.substring(Math.max(0, text.length() - TOLD_CHARACTERS));
  }
}
