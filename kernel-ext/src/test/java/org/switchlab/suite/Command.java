package org.switchlab.suite;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Programs that a step calls. Their output goes to our standard error: standard output is the
 * summary's.
 */
final class Command {
  private Command() {}

  /** Runs a program to its end and gives its exit code. */
  static int run(Path folder, List<String> command) throws IOException, InterruptedException {
    File nothing = new File("/dev/null");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(nothing)
            .redirectErrorStream(true)
            .start();
    Thread end = new Thread(process::destroy); // Ctrl-C, or a termination request to us alone
    Runtime.getRuntime().addShutdownHook(end);
    process.getInputStream().transferTo(System.err);
    int exitCode = process.waitFor();
    Runtime.getRuntime().removeShutdownHook(end);
    return exitCode;
  }

  /**
   * The last line that a program prints, or an empty string if it fails; what it complains about is
   * shown.
   */
  static String lastLine(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? output.lines().reduce("", (before, line) -> line) : "";
  }
}
