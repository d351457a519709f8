package org.switchlab.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs of this system itself. */
final class Host {

  private Host() {}

  /** How a program ended: whether its exit code was 0, and what it wrote to both outputs. */
  record End(boolean success, String output) {}

  /**
   * Runs {@code command} in {@code folder} to its end, in the language that programs parse.
   *
   * @throws IOException if it cannot be started
   * @throws EmulatorException if it lasts longer than {@code limit}
   * @throws InterruptedException if this thread was interrupted; the program is killed then
   */
  static End run(Path folder, Duration limit, List<String> command)
      throws IOException, InterruptedException {
    // To a file: a thread that reads a pipe cannot be interrupted.
    Path output = Files.createTempFile("switchlab-command", ".txt");
    Process process = null;
    try {
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().put("LC_ALL", "C");
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new EmulatorException(
            "'%s' did not end within %d s".formatted(String.join(" ", command), limit.toSeconds()));
      }
      return new End(process.exitValue() == 0, Files.readString(output, UTF_8));
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
      Files.deleteIfExists(output);
    }
  }
}
