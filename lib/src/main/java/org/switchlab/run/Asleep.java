package org.switchlab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Whether a process waits for something, from {@code /proc/PID/stat}: proc_pid_stat(5). */
final class Asleep {

  private static final Duration PAUSE = Duration.ofNanos(20_000);
  private static final char SLEEPING = 'S';

  private Asleep() {}

  /**
   * Returns once process {@code pid} sleeps.
   *
   * @throws TimeoutException if it still does not after {@code limit}
   * @throws IOException if there is no such process
   */
  static void await(int pid, Duration limit)
      throws IOException, InterruptedException, TimeoutException {
    long deadlineNs = System.nanoTime() + limit.toNanos();
    Path stat = Path.of("/proc/" + pid + "/stat");
    while (state(Files.readString(stat)) != SLEEPING) {
      if (System.nanoTime() > deadlineNs) {
        throw new TimeoutException("process %d does not sleep after %s".formatted(pid, limit));
      }
      Thread.sleep(PAUSE);
    }
  }

  /** The letter behind the name, which may itself hold brackets and blanks. */
  static char state(String stat) {
    return stat.charAt(stat.lastIndexOf(')') + 2);
  }
}
