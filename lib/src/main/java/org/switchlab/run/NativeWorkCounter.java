package org.switchlab.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.switchlab.sample.SwitchWork;
import org.switchlab.sample.SystemCalls;
import org.switchlab.sample.Variant;

/**
 * Counts in the C runner, which traces itself with {@code ptrace(2)}: each system call stops the
 * traced side, then each instruction does, so that the counts are exact and the times meaningless.
 */
public final class NativeWorkCounter implements WorkCounter {

  /** The counts are exact: more rounds would tell the same, and each step takes some µs. */
  private static final long ROUNDS = 10;

  /** Thousands of steps take a fraction of a second where nobody else needs the CPU. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Path executable;

  NativeWorkCounter(Path executable) {
    this.executable = executable;
  }

  /**
   * With the runner this library carries.
   *
   * @throws RunnerException if it carries none for this machine, or it cannot be executed
   */
  public static NativeWorkCounter create() throws RunnerException {
    return new NativeWorkCounter(RunnerImage.executable());
  }

  @Override
  public SwitchWork count(String subject) throws RunnerException, InterruptedException {
    Map<Variant, SystemCalls> counts = new EnumMap<>(Variant.class);
    try (RunnerProcess process = RunnerProcess.start(executable, arguments(subject))) {
      process.greet(TimeLimits.BY_HAND);
      for (int i = 0; i < Variant.values().length; i++) {
        SystemCalls calls = process.systemCalls(LONGEST);
        counts.put(calls.variant(), calls);
      }
      process.finish(LONGEST);
      return work(counts, process);
    }
  }

  private static SwitchWork work(Map<Variant, SystemCalls> counts, RunnerProcess process)
      throws RunnerException, InterruptedException {
    SystemCalls single = counts.get(Variant.SINGLE);
    SystemCalls pair = counts.get(Variant.PAIR);
    if (single == null || pair == null) {
      throw process.failure("it counted one flow twice and the other not at all");
    }
    return new SwitchWork(single, pair);
  }

  private static List<String> arguments(String subject) {
    return List.of("count-syscalls", subject, "--rounds", Long.toString(ROUNDS));
  }
}
