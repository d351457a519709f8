package org.switchlab.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.switchlab.run.RunnerException.Stage;
import org.switchlab.sample.SwitchWork;
import org.switchlab.sample.SwitchWork.SystemCalls;
import org.switchlab.sample.Variant;

/** Counts what a switch executes, apart from any timing: counting slows what it counts. */
@FunctionalInterface
public interface WorkCounter {

  /** Counts in one fresh process, without arrays; the runner names the measured loop so. */
  SwitchWork count(String subject) throws RunnerException, InterruptedException;

  /** In the runner this library carries, if it does for this machine. */
  static WorkCounter create() throws RunnerException {
    return new Traced(Launcher.carried(Launcher.TimeLimits.BY_HAND));
  }

  /**
   * Counts in the C runner, which traces itself with {@code ptrace(2)}: each system call stops the
   * traced side, then each instruction does, so that the counts are exact and the times
   * meaningless.
   */
  final class Traced implements WorkCounter {

    /** The counts are exact: more rounds would tell the same, and each step takes some µs. */
    private static final long ROUNDS = 10;

    /** Thousands of steps take a fraction of a second where nobody else needs the CPU. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final String INSTRUCTIONS = "userInstructions";
    private static final String CALLS = "calls";

    private final Launcher launcher;

    private Traced(Launcher launcher) {
      this.launcher = launcher;
    }

    @Override
    public SwitchWork count(String subject) throws RunnerException, InterruptedException {
      List<SystemCalls> counts =
          launcher.read(
              RunnerCommand.of("count-syscalls", subject).with("--rounds", ROUNDS),
              "syscalls",
              Traced::parse,
              Variant.values().length,
              LONGEST);
      return new SwitchWork(of(Variant.SINGLE, counts), of(Variant.PAIR, counts));
    }

    private static SystemCalls of(Variant variant, List<SystemCalls> counts)
        throws RunnerException {
      return counts.stream()
          .filter(calls -> calls.variant() == variant)
          .findFirst()
          .orElseThrow(
              () ->
                  RunnerException.in(
                      Stage.RUNNING,
                      "it counted one flow twice and the other not at all",
                      "",
                      null));
    }

    /** What some rounds of one variant executed. */
    static SystemCalls parse(ProtocolLine line) throws MalformedLineException {
      return new SystemCalls(
          line.constant("variant", Variant.class),
          line.number("rounds", 1),
          line.number("count", 0),
          line.has(CALLS) ? byName(line) : Map.of(),
          line.has(INSTRUCTIONS) ? (Long) line.number(INSTRUCTIONS, 0) : null);
    }

    /** Counts by name, as in {@code read:10,write:10}. */
    private static Map<String, Long> byName(ProtocolLine line) throws MalformedLineException {
      Map<String, Long> counts = new TreeMap<>();
      for (String entry : line.text(CALLS).split(",", -1)) {
        int colon = entry.indexOf(':');
        try {
          counts.put(
              entry.substring(0, Math.max(0, colon)), Long.valueOf(entry.substring(colon + 1)));
        } catch (NumberFormatException e) {
          throw new MalformedLineException(CALLS + " is no list of NAME:COUNT", line.text());
        }
      }
      return counts;
    }
  }
}
