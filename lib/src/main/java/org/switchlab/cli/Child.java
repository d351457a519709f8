package org.switchlab.cli;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that takes over the terminal until it ends, and that never outlives us: JupyterLab, a
 * notebook's executor.
 */
final class Child {
  /**
   * How long a child may take to stop its kernels before it is killed; less than {@link Interrupts}
   * waits.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /**
   * The terminal sends Ctrl-C to the child too. JupyterLab takes that, or that and our request to
   * end, for a reason to leave at once and leaves its kernels behind; one request alone ends both.
   */
  private static final List<String> DEAF_TO_CTRL_C =
      List.of("sh", "-c", "trap '' INT; exec \"$0\" \"$@\"");

  private Child() {}

  /**
   * Runs a program on our standard output and error, without input, and waits for it.
   *
   * <p>When this thread is interrupted (see {@link Interrupts}) the child is asked to end and
   * waited for, so that the shell's next prompt means that everything has stopped.
   *
   * @param command the program and its arguments
   * @param environment what is added to the environment
   * @return the child's exit code; 128 + the signal's number if a signal ended it
   * @throws IOException if no program can be started; one that is not there gives exit code 127
   */
  static int run(List<String> command, Map<String, String> environment) throws IOException {
    List<String> shielded = new ArrayList<>(DEAF_TO_CTRL_C);
    shielded.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(shielded).inheritIO().redirectInput(new File("/dev/null"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      return process.waitFor();
    } catch (InterruptedException stopRequested) {
      return stop(process);
    }
  }

  private static int stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
      return process.waitFor();
    } catch (InterruptedException secondRequest) {
      process.destroyForcibly();
      return ExitCode.FAILED;
    }
  }
}
