package org.switchlab.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.switchlab.os.Affinity;
import org.switchlab.os.ExitStatus.ResourceUsage;
import org.switchlab.os.Priority;

/**
 * {@code perf bench sched pipe}, pinned and under SCHED_FIFO by the same calls as our own pair.
 *
 * <p>A shell waits while it is pinned and raised, and then becomes {@code perf}, which passes both
 * on to the process it forks. The kernel counts the switches of the two anyway (getrusage), so that
 * nothing is added to the run that is timed; {@code perf stat} around it would be.
 *
 * @param cpu logical CPU to run on
 * @param fifoPriority its priority under SCHED_FIFO
 */
record PerfBench(int cpu, int fifoPriority) {

  private static final Path SHELL = Path.of("/bin/sh");
  private static final int NOT_FOUND = 127;
  private static final Duration SILENCE = Duration.ofSeconds(60);

  /** Without perf's translations and digit grouping. */
  private static final String HELD = "export LC_ALL=C; read -r _ && exec \"$@\"";

  private static final Pattern EXECUTED =
      Pattern.compile(
          "^# Executed (\\d+) pipe operations between two processes$", Pattern.MULTILINE);

  /** Six decimals, unlike the total time beside it, which has three. */
  private static final Pattern MICROSECONDS_PER_OPERATION =
      Pattern.compile("^\\s*(\\d+\\.\\d+) usecs/op$", Pattern.MULTILINE);

  /** Passes a message to and fro; not measurable if there is no perf, or it cannot do that. */
  PerfPipe.Runs run(long operations) throws NotMeasurableException, InterruptedException {
    List<String> arguments =
        List.of("-c", HELD, "sh", "perf", "bench", "sched", "pipe", "-l", "" + operations);
    try (Subprocess process = Subprocess.start(SHELL, arguments)) {
      Affinity.pin(process.pid(), cpu);
      Priority.fifo(process.pid(), fifoPriority);
      process.send("go");
      Subprocess.End end = process.end(SILENCE);
      requireSuccess(end);
      ResourceUsage usage = end.exit().usage();
      return new PerfPipe.Runs(
          operations,
          durationNs(end.output(), operations),
          usage.voluntarySwitches() + usage.involuntarySwitches());
    }
  }

  static void requireSuccess(Subprocess.End end) throws NotMeasurableException {
    if (end.exit().code().orElse(0) == NOT_FOUND) {
      throw new NotMeasurableException(
          "perf is not on PATH; install it, on Debian: sudo apt-get install linux-perf");
    }
    if (!end.exit().success()) {
      throw new NotMeasurableException(
          "perf bench sched pipe %s: %s".formatted(end.exit().describe(), end.output().strip()));
    }
  }

  /** The time in ns of all {@code operations}, so many as perf must say it has executed. */
  static double durationNs(String output, long operations) throws NotMeasurableException {
    Matcher executed = EXECUTED.matcher(output);
    Matcher microseconds = MICROSECONDS_PER_OPERATION.matcher(output);
    if (!executed.find()
        || !microseconds.find()
        || !executed.group(1).equals(Long.toString(operations))) {
      throw new NotMeasurableException(
          "perf bench sched pipe did not print what it is known to print: " + output.strip());
    }
    return Double.parseDouble(microseconds.group(1)) * 1e3 * operations;
  }
}
