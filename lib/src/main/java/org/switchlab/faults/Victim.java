package org.switchlab.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that a command starts, and that is killed some time after it is there. */
final class Victim {

  private Victim() {}

  /** Runs a command whose program {@code name} is killed; it has not met it if there was none. */
  static Verdict of(Nest nest, List<String> command, String name, long afterMs, Duration limit)
      throws IOException, InterruptedException {
    Process process = Ended.start(nest, command, Path.of("/dev/null"));
    boolean killed = false;
    try {
      List<ProcessHandle> found = Processes.below(process.pid(), name);
      while (found.isEmpty() && process.isAlive()) {
        Thread.sleep(5);
        found = Processes.below(process.pid(), name);
      }
      if (!process.waitFor(afterMs, TimeUnit.MILLISECONDS)) {
        found = Processes.below(process.pid(), name); // not one that only told its version
        killed = !found.isEmpty() && found.getLast().destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw e;
    }
    Ended end = Ended.await(nest, process, limit);
    return killed && !end.success() ? Told.of(end) : new Verdict(Outcome.NOT_MET, "");
  }
}
