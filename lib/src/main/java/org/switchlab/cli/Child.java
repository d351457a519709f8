package org.switchlab.cli;

import java.io.IOException;
import java.time.Duration;
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

  private Child() {}

  /**
   * Runs a program on our standard streams and waits for it.
   *
   * <p>When this thread is interrupted (see {@link Interrupts}) the child is asked to end and
   * waited for, so that the shell's next prompt means that everything has stopped.
   *
   * @param command the program and its arguments
   * @param environment what is added to the environment
   * @return the child's exit code; 128 + the signal's number if a signal ended it
   * @throws IOException if the program cannot be started
   */
  static int run(List<String> command, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
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
