package org.switchlab.bench;

import static org.switchlab.unit.Units.digits;
import static org.switchlab.unit.Units.duration;
import static org.switchlab.unit.Units.share;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.switchlab.machine.Machine;
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
}
