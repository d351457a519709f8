package org.switchlab.bench;

import static org.switchlab.unit.Units.digits;
import static org.switchlab.unit.Units.duration;
import static org.switchlab.unit.Units.share;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.switchlab.machine.Machine;
import org.switchlab.os.Affinity;
import org.switchlab.os.ExitStatus.ResourceUsage;
import org.switchlab.os.Priority;
import org.switchlab.run.ForkedPair;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.Batch;

/**
 * Our round trip against that of {@code perf bench sched pipe}: both pinned to one CPU under
 * SCHED_FIFO, in turn, each in fresh processes, switches counted by getrusage on both sides.
 *
 * <p>What differs between the two, and what it does: perf's clock also covers the fork, the exit
 * and the wait for its child, which a run of one operation shows and which is taken off in a second
 * ratio. Its messages have 4 bytes and ours 1, and its libc is loaded and ours linked in: neither
 * can be told from the scatter. Since 2025 perf lets both sides write before they read, which takes
 * half the switches for the same system calls: a switch pair means something else there, and
 * nothing is compared.
 */
final class PerfPipe extends Benchmark {

  private static final int PAIRS = 9;

  /** A tenth to half of a second: below the window of real-time throttling. */
  private static final long ROUNDS = 50_000;

  private static final int FIFO_PRIORITY = 50;

  /** Lets everything else on the CPU catch up, so that throttling never sets in. */
  private static final long PAUSE_MS = 300;

  private static final double PROMISED_DEVIATION = 0.05;

  /** Switches of perf's start and end, and what preempts it, are far less than this. */
  private static final double SWITCHES_TOLERANCE = 0.1;

  /**
   * Round trips that were timed and whose switches were counted.
   *
   * @param rounds round trips asked for; {@code perf} calls them operations
   * @param durationNs time of all of them, in ns
   * @param switches context switches the kernel counted
   */
  record Runs(long rounds, double durationNs, long switches) {

    /** Switches a round trip; 2 where one side answers the other. */
    double switchesPerRound() {
      return (double) switches / rounds;
    }

    /** Time of two switches with what stands between them, in ns. */
    double switchPairNs() {
      return durationNs / switches * 2;
    }
  }

  record Pairing(Runs ours, Runs perf) {

    /** Our time for a pair of switches as a multiple of perf's. */
    double ratio() {
      return ours.switchPairNs() / perf.switchPairNs();
    }
  }

  PerfPipe() {
    super("perf-pipe", "round trip within 5 % of perf bench sched pipe, both per pair of switches");
  }

  @Override
  boolean timesHere() {
    return true;
  }

  @Override
  public Reading measure(Consumer<String> progress)
      throws NotMeasurableException, RunnerException, InterruptedException {
    int cpu =
        Machine.read()
            .measuringCpu()
            .orElseThrow(() -> new NotMeasurableException("no CPU is known to run on"));
    var perf = new PerfBench(cpu, FIFO_PRIORITY);
    List<Runs> startAndEnd = new ArrayList<>();
    List<Pairing> pairings = new ArrayList<>();
    progress.accept("%d pairs of runs on CPU %d".formatted(PAIRS, cpu));
    for (int i = 0; i < PAIRS; i++) {
      startAndEnd.add(perf.run(1));
      Runs ours = ours(cpu);
      Thread.sleep(PAUSE_MS);
      pairings.add(new Pairing(ours, perf.run(ROUNDS)));
      Thread.sleep(PAUSE_MS);
    }
    return reading(pairings, median(startAndEnd, Runs::durationNs));
  }

  private static Runs ours(int cpu) throws RunnerException, InterruptedException {
    try (var pair = ForkedPair.open()) {
      pair.pin(cpu);
      pair.fifo(FIFO_PRIORITY);
      Batch batch = pair.roundTrips(ROUNDS);
      return new Runs(ROUNDS, batch.durationNs(), batch.switchesCounted());
    }
  }

  /** What runs in turn say, if perf's time holds {@code startAndEndNs} beside its operations. */
  Reading reading(List<Pairing> pairings, double startAndEndNs) {
    double ratio = median(pairings, Pairing::ratio);
    double perfSwitches = median(pairings, pairing -> pairing.perf().switchesPerRound());
    double startAndEndShare =
        startAndEndNs / median(pairings, pairing -> pairing.perf().durationNs());
    double ratioWithout = ratio / (1 - startAndEndShare);
    Map<String, Number> figures = figures(pairings);
    figures.put("perfStartAndEndUs", startAndEndNs / 1e3);
    figures.put("oursToPerfWithoutStartAndEndRatio", ratioWithout);
    if (Math.abs(perfSwitches - 2) > SWITCHES_TOLERANCE) {
      String why =
          ("this perf makes %s switches an operation, not 2: its two sides do not wait for each"
                  + " other's answer, so that a pair of switches holds other system calls than"
                  + " ours")
              .formatted(digits(perfSwitches));
      return Reading.notMeasurable(this, figures, why);
    }
    String note =
        "perf's time also holds fork, exit and wait: %s, %s of it; without these the ratio is %s"
            .formatted(duration(startAndEndNs), share(startAndEndShare), digits(ratioWithout));
    return Reading.of(this, figures, Math.abs(ratio - 1) / PROMISED_DEVIATION, note);
  }

  private static Map<String, Number> figures(List<Pairing> pairings) {
    var ratios = pairings.stream().mapToDouble(Pairing::ratio).summaryStatistics();
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("pairs", pairings.size());
    figures.put("oursSwitchPairNs", median(pairings, p -> p.ours().switchPairNs()));
    figures.put("perfSwitchPairNs", median(pairings, p -> p.perf().switchPairNs()));
    figures.put("oursToPerfRatio", median(pairings, Pairing::ratio));
    figures.put("lowestRatio", ratios.getMin());
    figures.put("highestRatio", ratios.getMax());
    figures.put("oursSwitchesPerRound", median(pairings, p -> p.ours().switchesPerRound()));
    figures.put("perfSwitchesPerRound", median(pairings, p -> p.perf().switchesPerRound()));
    return figures;
  }

  private static <T> double median(List<T> runs, ToDoubleFunction<T> quantity) {
    return Spread.median(runs.stream().map(quantity::applyAsDouble).toList());
  }

  /**
   * {@code perf bench sched pipe}, pinned and under SCHED_FIFO by the same calls as our own pair.
   *
   * <p>A shell waits while it is pinned and raised, and then becomes {@code perf}, which passes
   * both on to the process it forks. The kernel counts the switches of the two anyway (getrusage),
   * so that nothing is added to the run that is timed; {@code perf stat} around it would be.
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
}
