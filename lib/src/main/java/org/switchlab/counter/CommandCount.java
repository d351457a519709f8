package org.switchlab.counter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.switchlab.os.PerfGroup;
import org.switchlab.os.PerfKernel;
import org.switchlab.os.Signal;
import org.switchlab.warning.Warning;

/**
 * Counts a command from its first instruction to its end, with all it starts.
 *
 * @param counts what was counted
 * @param warnings what could not be counted and why
 */
public record CommandCount(ProgramCounts counts, List<Warning> warnings) {

  /**
   * Stops itself, so that counters can be opened on it before it becomes the command: they begin
   * when it executes that.
   */
  private static final String STOPPED = "kill -STOP $$; exec \"$@\"";

  /** Where the command's output goes. */
  public enum Output {
    /** To this process's output. */
    STDOUT,
    /** To this process's errors, so that its output stays free for the counts. */
    STDERR
  }

  private static final long LONGEST_START_NS = TimeUnit.SECONDS.toNanos(10);

  /** Keeps an immutable copy. */
  public CommandCount {
    warnings = List.copyOf(warnings);
  }

  /**
   * Runs {@code command} to its end; its input and error stream are this process's.
   *
   * @param output where its output goes
   * @throws IllegalArgumentException for an empty command
   * @throws IOException if no program can be started; one that is not there gives exit code 127
   * @throws InterruptedException if the calling thread was interrupted; the command is ended then
   * @throws CounterException if no counter can be opened
   */
  public static CommandCount run(List<String> command, Output output)
      throws IOException, InterruptedException {
    if (command.isEmpty()) {
      throw new IllegalArgumentException("no command: name a program, for instance: -- ls -l");
    }
    return run(PerfKernel.LIVE, Countable.onThisMachine(), command, output);
  }

  static CommandCount run(
      PerfKernel kernel, Countable countable, List<String> command, Output output)
      throws IOException, InterruptedException {
    Process process = start(command, output);
    try {
      awaitStop(process);
      try (var counters =
          new OneRunCounters(
              countable,
              group -> PerfGroup.open(kernel, process.pid(), group, PerfGroup.Start.ON_EXEC))) {
        Signal.SIGCONT.send(process.pid());
        int exitCode = process.waitFor();
        var counts = new ProgramCounts(PerfSource.NAME, command, exitCode, null, counters.rows());
        return new CommandCount(counts, counters.warnings());
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static Process start(List<String> command, Output output) throws IOException {
    String script = output == Output.STDERR ? STOPPED + " >&2" : STOPPED;
    List<String> stopped = new ArrayList<>(List.of("sh", "-c", script, "switchlab-count"));
    stopped.addAll(command);
    return new ProcessBuilder(stopped).inheritIO().start();
  }

  private static void awaitStop(Process process) throws IOException, InterruptedException {
    Path stat = Path.of("/proc/" + process.pid() + "/stat");
    long deadlineNs = System.nanoTime() + LONGEST_START_NS;
    while (!isStopped(Files.readString(stat))) {
      if (!process.isAlive() || System.nanoTime() > deadlineNs) {
        throw new IOException("the shell that starts the command did not stop to be counted");
      }
      Thread.sleep(1);
    }
  }

  private static boolean isStopped(String stat) {
    return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
  }
}
