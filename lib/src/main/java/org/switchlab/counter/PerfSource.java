package org.switchlab.counter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.CounterUnits;
import org.switchlab.machine.Machine;
import org.switchlab.os.MultiplexedException;
import org.switchlab.os.NativeException;
import org.switchlab.os.PerfCounter;
import org.switchlab.os.PerfKernel;
import org.switchlab.run.CountedRunner;
import org.switchlab.run.Progress;
import org.switchlab.run.RunnerException;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * Counts in the processor, by {@code perf_event_open}, on a fresh pair of processes a repetition.
 *
 * <p>All counters are opened on the first process while it is alone, so that its peer inherits
 * them. Each group that fits the processor counts in a batch of its own, of the same rounds; user
 * and kernel are counted apart. A group that had to share counters is thrown away and made smaller,
 * never scaled up. Nothing is timed meanwhile: see {@link #cost}.
 *
 * <p>Software events were run on real kernels. The processors' own events were only run against a
 * scripted kernel: no machine with counters was at hand.
 */
public final class PerfSource implements CounterSource {

  /** As on the command line. */
  public static final String NAME = "perf";

  private static final int ATTEMPTS = 5;

  private final PerfKernel kernel;
  private final CountedRunner runner;
  private final int cpu;
  private Countable countable;
  private final List<Warning> met = new ArrayList<>();

  /**
   * On some kernel.
   *
   * @param cpu logical CPU to run on
   * @param catalogue of that CPU's core; absent if it shows no unit that counts
   * @throws CounterException if nothing at all can be counted
   */
  PerfSource(PerfKernel kernel, CountedRunner runner, int cpu, @Nullable EventCatalogue catalogue) {
    this.kernel = kernel;
    this.runner = runner;
    this.cpu = cpu;
    countable = Countable.probe(kernel, catalogue, Integer.MAX_VALUE);
    if (countable.groups().isEmpty()) {
      throw new CounterException(
          "perf counts nothing here: " + countable.warnings().getLast().message(), null);
    }
  }

  /**
   * On this machine, on its measuring CPU.
   *
   * @throws CounterException if nothing can be counted or run here, saying what mends it
   */
  public static PerfSource open() {
    Machine machine = Machine.read();
    int cpu = machine.measuringCpu().orElse(0);
    try {
      return new PerfSource(
          PerfKernel.LIVE,
          CountedRunner.create(),
          cpu,
          catalogue(machine, CounterUnits.read(), cpu));
    } catch (RunnerException e) {
      throw new CounterException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The catalogue of the core that {@code cpu} is; absent if no unit counts on it. */
  static @Nullable EventCatalogue catalogue(Machine machine, CounterUnits units, int cpu) {
    return units
        .of(cpu)
        .map(unit -> EventCatalogue.of(machine.cpu().microarchitecture(), unit, units.hybrid()))
        .orElse(null);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<CounterEvent> events() {
    return countable.events();
  }

  /** Whether the processor itself counts, and not only the kernel. */
  public boolean hasHardware() {
    return countable.hasHardware();
  }

  /** What each event really counts here. */
  public Optional<EventCatalogue> catalogue() {
    return Optional.ofNullable(countable.catalogue());
  }

  @Override
  public List<Warning> warnings() {
    return Stream.of(countable.warnings(), runner.warnings(), met).flatMap(List::stream).toList();
  }

  @Override
  public List<PhaseCounts> count(
      List<Phase> phases, int repetitions, long seed, Progress.Listener progress) {
    var seeds = new SplittableRandom(seed);
    var steps = new Steps(phases.size() * repetitions, progress);
    List<PhaseCounts> counts = new ArrayList<>();
    for (Phase phase : phases) {
      for (int repetition = 0; repetition < repetitions; repetition++) {
        steps.next(phase.point().toString());
        counts.addAll(once(phase, repetition, seeds.nextLong()));
      }
    }
    steps.finish();
    return counts;
  }

  /**
   * One repetition, in smaller groups if it must be; empty if its switches never came out right.
   */
  private List<PhaseCounts> once(Phase phase, int repetition, long seed) {
    while (true) {
      try {
        return tally(phase, seed).stream().map(tally -> counts(phase, repetition, tally)).toList();
      } catch (MultiplexedException e) {
        shrink(e);
      }
    }
  }

  private PhaseCounts counts(Phase phase, int repetition, CountingPair.Tally tally) {
    return new PhaseCounts(
        phase, repetition, tally.batch().switchesCounted(), countable.assemble(tally.counts()));
  }

  /** All groups in turn; the batch is the first one's, the others made as many rounds. */
  private Optional<CountingPair.Tally> tally(Phase phase, long seed) {
    return with(
        phase,
        seed,
        pair -> {
          Map<PerfCounter, Long> counts = new HashMap<>();
          Optional<CountingPair.Tally> first = Optional.empty();
          for (int group = 0; group < pair.groups(); group++) {
            Optional<CountingPair.Tally> tally = valid(pair, phase, group);
            if (tally.isEmpty()) {
              return Optional.empty();
            }
            counts.putAll(tally.get().counts());
            first = first.or(() -> tally);
          }
          return first.map(tally -> new CountingPair.Tally(tally.batch(), counts));
        });
  }

  /** Counts until a batch made the switches it should. */
  private Optional<CountingPair.Tally> valid(CountingPair pair, Phase phase, int group)
      throws RunnerException, InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      CountingPair.Tally tally = pair.count(phase, group);
      if (tally.batch().denominatorHolds()) {
        return Optional.of(tally);
      }
    }
    met.add(
        new Warning(
            WarningCode.BATCHES_REJECTED,
            "a repetition of %s is missing: %d batches made other switches than they should"
                .formatted(phase.point(), ATTEMPTS),
            "close what else runs on CPU %d, or get the right to SCHED_FIFO".formatted(cpu)));
    return Optional.empty();
  }

  private void shrink(MultiplexedException e) {
    int largest = countable.hardware().largest();
    if (largest > 1) {
      countable = Countable.probe(kernel, countable.catalogue(), largest / 2);
      return;
    }
    countable = countable.withoutHardware();
    met.add(multiplexed(e));
  }

  static Warning multiplexed(MultiplexedException e) {
    return new Warning(
        WarningCode.MULTIPLEXED,
        "the processor's events are missing: " + e.getMessage(),
        "end other users of the counters; sudo sysctl kernel.nmi_watchdog=0");
  }

  /**
   * Measures what counting costs the counted work: the same rounds with the largest group counting
   * and without, next to each other, in random order.
   *
   * @param couples how many of each; 6 or more
   * @throws CounterException if the processes failed
   */
  public CountingCost cost(Phase phase, int couples, long seed) {
    var order = new SplittableRandom(seed);
    return with(
        phase,
        order.nextLong(),
        pair -> {
          List<CountingCost.Couple> timed = new ArrayList<>();
          for (int i = 0; i < couples; i++) {
            timed.add(couple(pair, phase, order.nextBoolean()));
          }
          return CountingCost.of(timed);
        });
  }

  private static CountingCost.Couple couple(CountingPair pair, Phase phase, boolean countedFirst)
      throws RunnerException, InterruptedException {
    double early = roundNs(pair, phase, countedFirst);
    double late = roundNs(pair, phase, !countedFirst);
    return countedFirst
        ? new CountingCost.Couple(early, late)
        : new CountingCost.Couple(late, early);
  }

  private static double roundNs(CountingPair pair, Phase phase, boolean counted)
      throws RunnerException, InterruptedException {
    return counted
        ? pair.raw(phase, phase.rounds(), 0).batch().roundNs()
        : pair.uncounted(phase).roundNs();
  }

  /** Work on a pair of processes. */
  @FunctionalInterface
  private interface Work<T> {
    T on(CountingPair pair) throws RunnerException, InterruptedException;
  }

  private <T> T with(Phase phase, long seed, Work<T> work) {
    try (var pair =
        CountingPair.open(runner, kernel, countable.groups(), phase.point(), seed, cpu)) {
      return work.on(pair);
    } catch (RunnerException | NativeException e) {
      throw new CounterException(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CounterException("counting was interrupted", e);
    }
  }

  /** Nothing to end: no process outlives the repetition it was started for. */
  @Override
  public void close() {}
}
