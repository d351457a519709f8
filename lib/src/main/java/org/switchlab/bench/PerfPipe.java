package org.switchlab.bench;

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
import org.switchlab.unit.Units;

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
final class PerfPipe implements Benchmark {

  private static final int PAIRS = 9;

  /** A tenth to half of a second: below the window of real-time throttling. */
  private static final long ROUNDS = 50_000;

  private static final int FIFO_PRIORITY = 50;

  /** Lets everything else on the CPU catch up, so that throttling never sets in. */
  private static final long PAUSE_MS = 300;

  private static final double PROMISED_DEVIATION = 0.05;

  /**
   * Two runs side by side.
   *
   * @param ours our pair's
   * @param perf perf's
   */
  record Pairing(PipeRuns ours, PipeRuns perf) {}

  @Override
  public String name() {
    return "perf-pipe";
  }

  @Override
  public String promise() {
    return "round trip within 5 % of perf bench sched pipe, both per pair of switches";
  }

  @Override
  public Reading measure(Consumer<String> progress)
      throws NotMeasurableException, RunnerException, InterruptedException {
    int cpu =
        Machine.read()
            .measuringCpu()
            .orElseThrow(() -> new NotMeasurableException("no CPU is known to run on"));
    var perf = new PerfBench(cpu, FIFO_PRIORITY);
    List<PipeRuns> startAndEnd = new ArrayList<>();
    List<Pairing> pairings = new ArrayList<>();
    progress.accept("%d pairs of runs on CPU %d".formatted(PAIRS, cpu));
    for (int i = 0; i < PAIRS; i++) {
      startAndEnd.add(perf.run(1));
      PipeRuns ours = ours(cpu);
      Thread.sleep(PAUSE_MS);
      pairings.add(new Pairing(ours, perf.run(ROUNDS)));
      Thread.sleep(PAUSE_MS);
    }
    return reading(pairings, median(startAndEnd, PipeRuns::durationNs));
  }

  private static PipeRuns ours(int cpu) throws RunnerException, InterruptedException {
    try (var pair = ForkedPair.open()) {
      pair.pin(cpu);
      pair.fifo(FIFO_PRIORITY);
      Batch batch = pair.roundTrips(ROUNDS);
      return new PipeRuns(ROUNDS, batch.durationNs(), batch.switchesCounted());
    }
  }

  /**
   * What the runs say.
   *
   * @param pairings runs in turn
   * @param startAndEndNs what perf's time holds beside its operations, in ns
   */
  Reading reading(List<Pairing> pairings, double startAndEndNs) {
    double ratio = median(pairings, p -> p.ours().switchPairNs() / p.perf().switchPairNs());
    double perfSwitches = median(pairings, p -> p.perf().switchesPerRound());
    double ownShare = startAndEndNs / median(pairings, p -> p.perf().durationNs());
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("pairs", pairings.size());
    figures.put("oursSwitchPairNs", median(pairings, p -> p.ours().switchPairNs()));
    figures.put("perfSwitchPairNs", median(pairings, p -> p.perf().switchPairNs()));
    figures.put("oursToPerfRatio", ratio);
    figures.put("lowestRatio", extreme(pairings, true));
    figures.put("highestRatio", extreme(pairings, false));
    figures.put("oursSwitchesPerRound", median(pairings, p -> p.ours().switchesPerRound()));
    figures.put("perfSwitchesPerRound", perfSwitches);
    figures.put("perfStartAndEndNs", startAndEndNs);
    figures.put("oursToPerfWithoutStartAndEndRatio", ratio / (1 - ownShare));
    if (Math.abs(perfSwitches - 2) > 0.1) {
      return Reading.notMeasurable(
          this,
          figures,
          "this perf makes %s switches an operation, not 2: its two sides do not wait for each other's answer, so that a pair of switches holds other system calls than ours"
              .formatted(Units.digits(perfSwitches)));
    }
    return Reading.of(
        this,
        figures,
        Math.abs(ratio - 1) / PROMISED_DEVIATION,
        "perf's time also holds fork, exit and wait: %s, %s of it; without these the ratio is %s"
            .formatted(
                Units.duration(startAndEndNs),
                Units.share(ownShare),
                Units.digits(ratio / (1 - ownShare))));
  }

  private static double extreme(List<Pairing> pairings, boolean lowest) {
    var ratios =
        pairings.stream().mapToDouble(p -> p.ours().switchPairNs() / p.perf().switchPairNs());
    return (lowest ? ratios.min() : ratios.max()).orElseThrow();
  }

  private static <T> double median(List<T> runs, ToDoubleFunction<T> quantity) {
    return Spread.median(runs.stream().map(quantity::applyAsDouble).toList());
  }
}
