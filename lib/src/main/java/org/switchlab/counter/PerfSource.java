package org.switchlab.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.CounterUnits;
import org.switchlab.machine.Machine;
import org.switchlab.os.NativeException;
import org.switchlab.os.PerfGroup.MultiplexedException;
import org.switchlab.os.PerfKernel;
import org.switchlab.run.CountedRunner;
import org.switchlab.run.Progress;
import org.switchlab.run.RunnerException;
import org.switchlab.unit.Plural;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * Counts in the processor, by {@code perf_event_open}, on a fresh pair of processes a repetition.
 *
 * <p>All counters are opened on the first process while it is alone, so that its peer inherits
 * them. Each group that fits the processor counts in a batch of its own, of the same rounds; user
 * and kernel are counted apart. A group that had to share counters is thrown away and made smaller,
 * never scaled up. Nothing is timed meanwhile.
 *
 * <p>Software events were run on real kernels. The processors' own events were only run against a
 * scripted kernel: no machine with counters was at hand.
 */
public final class PerfSource implements CounterSource {

  /** As on the command line. */
  public static final String NAME = "perf";

  private final PerfKernel kernel;
  private final CountedRunner runner;
  private final int cpu;
  private Countable countable;
  private final List<Warning> met = new ArrayList<>();
  private final List<Phase> missing = new ArrayList<>();

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
      Warning why = countable.warnings().getLast();
      throw new CounterException(
          "perf counts nothing here: %s; %s".formatted(why.message(), why.remedy()), null);
    }
  }

  /**
   * On {@code machine}, which is this one.
   *
   * @param cpu the logical CPU to run on
   * @throws CounterException if nothing can be counted or run here, saying what mends it
   */
  public static PerfSource open(Machine machine, int cpu) {
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
    List<Warning> warnings = new ArrayList<>(countable.warnings());
    warnings.addAll(runner.warnings());
    warnings.addAll(met);
    if (!missing.isEmpty()) {
      warnings.add(rejected());
    }
    return warnings;
  }

  private Warning rejected() {
    return new Warning(
        WarningCode.BATCHES_REJECTED,
        "%s missing, the first of %s: %d batches in a row made other switches than they should"
            .formatted(
                Plural.of(missing.size(), "repetition is", "repetitions are"),
                missing.getFirst().title(),
                CountingPair.ATTEMPTS),
        "close what else runs on CPU %d, or get the right to SCHED_FIFO".formatted(cpu));
  }

  @Override
  public void count(
      List<Phase> phases,
      int repetitions,
      long seed,
      Progress.Listener progress,
      Consumer<PhaseCounts> sink) {
    var seeds = new SplittableRandom(seed);
    var steps = new Steps(progress);
    long all = (long) phases.size() * repetitions;
    long done = 0;
    for (Phase phase : phases) {
      for (int repetition = 0; repetition < repetitions; repetition++) {
        steps.report(done++, all, phase.title());
        Optional<CountingPair.Tally> tally = tally(phase, seeds.nextLong());
        if (tally.isEmpty()) {
          missing.add(phase);
        } else {
          sink.accept(counts(phase, repetition, tally.get()));
        }
      }
    }
    steps.finish("counted");
  }

  private PhaseCounts counts(Phase phase, int repetition, CountingPair.Tally tally) {
    return new PhaseCounts(
        phase, repetition, tally.batch().switchesCounted(), countable.assemble(tally.counts()));
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
   * One repetition on a fresh pair, if its switches ever came out right; again, with smaller
   * groups, if one had to share its counters.
   */
  private Optional<CountingPair.Tally> tally(Phase phase, long seed) {
    while (true) {
      try (var pair =
          CountingPair.open(runner, kernel, countable.groups(), phase.point(), seed, cpu)) {
        return pair.count(phase);
      } catch (MultiplexedException e) {
        shrink(e);
      } catch (RunnerException | NativeException e) {
        throw new CounterException(String.valueOf(e.getMessage()), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CounterException("counting was interrupted", e);
      }
    }
  }
}
