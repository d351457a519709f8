package org.switchlab.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Waiting for processes that are not the JVM's own children. */
final class Processes {

  private static final Duration WATCHDOG = Duration.ofSeconds(60);

  private Processes() {}

  /** Fails if the process does not end; one that waits only to be reaped has ended. */
  static void awaitEnd(long pid) throws InterruptedException {
    Instant deadline = Instant.now().plus(WATCHDOG);
    while (runs(pid)) {
      assertThat(Instant.now()).as("process %d still runs", pid).isBefore(deadline);
      Thread.sleep(5);
    }
  }

  private static boolean runs(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException e) {
      return false;
    }
  }
}
