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
  /** How long a child may take to stop its kernels before it is killed. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Child() {}

  /**
   * Runs a program on our standard streams and waits for it.
   *
   * <p>Ctrl-C reaches the child through the terminal, a signal to this process alone is passed on
   * as SIGTERM; either way this process ends after the child, so that the shell's prompt means that
   * everything has stopped.
   *
   * @param command the program and its arguments
   * @param environment what is added to the environment
   * @return the child's exit code; 128 + the signal's number if a signal ended it
   * @throws IOException if the program cannot be started
   */
  static int run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(environment);
    Process process = builder.start();
    Thread hook = new Thread(() -> stop(process), "stop-child");
    Runtime.getRuntime().addShutdownHook(hook);
    return process.waitFor();
  }

  private static void stop(Process process) {
    try {
      process.destroy();
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException ended) {
      process.destroyForcibly();
    }
  }
}
