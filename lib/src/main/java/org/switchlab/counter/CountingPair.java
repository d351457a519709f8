package org.switchlab.counter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchlab.os.PerfCounter;
import org.switchlab.os.PerfGroup;
import org.switchlab.os.PerfKernel;
import org.switchlab.plan.Point;
import org.switchlab.run.CountedRunner;
import org.switchlab.run.CountedRunner.CountedPair;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.Batch;

/** A fresh pair of processes with all groups open on it, of which one at a time counts. */
record CountingPair(CountedPair pair, List<PerfGroup> groups) implements AutoCloseable {

  /** The median of three is not moved by one that an interrupt fell into. */
  private static final int EMPTY_BATCHES = 3;

  /** Batches of one group, before the repetition is given up. */
  static final int ATTEMPTS = 5;

  /** What one batch counted, and the batch as the runner saw it. */
  record Tally(Batch batch, Map<PerfCounter, Long> counts) {}

  static CountingPair open(
      CountedRunner runner,
      PerfKernel kernel,
      List<List<PerfCounter>> wanted,
      Point point,
      long seed,
      int cpu)
      throws RunnerException, InterruptedException {
    List<PerfGroup> groups = new ArrayList<>();
    try {
      return new CountingPair(
          runner.open(point, seed, cpu, pid -> openAll(kernel, pid, wanted, groups)), groups);
    } catch (RunnerException | InterruptedException | RuntimeException e) {
      groups.forEach(PerfGroup::close);
      throw e;
    }
  }

  private static void openAll(
      PerfKernel kernel, long pid, List<List<PerfCounter>> wanted, List<PerfGroup> groups) {
    for (List<PerfCounter> group : wanted) {
      groups.add(PerfGroup.open(kernel, pid, group, PerfGroup.Start.ON_ENABLE));
    }
  }

  /**
   * What all groups counted in turn, each around a batch that made the switches it should; the
   * batch is the first one's, the others made as many rounds. Empty if the switches of a group
   * never came out right.
   *
   * @throws org.switchlab.os.PerfGroup.MultiplexedException if a group shared its counters with
   *     others
   */
  Optional<Tally> count(Phase phase) throws RunnerException, InterruptedException {
    Map<PerfCounter, Long> counts = new HashMap<>();
    Optional<Tally> first = Optional.empty();
    for (PerfGroup group : groups) {
      Optional<Tally> tally = valid(phase, group);
      if (tally.isEmpty()) {
        return tally;
      }
      counts.putAll(tally.get().counts());
      first = first.or(() -> tally);
    }
    return first.map(tally -> new Tally(tally.batch(), counts));
  }

  private Optional<Tally> valid(Phase phase, PerfGroup group)
      throws RunnerException, InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Tally tally = ofRounds(phase, group);
      if (tally.batch().denominatorHolds()) {
        return Optional.of(tally);
      }
    }
    return Optional.empty();
  }

  /**
   * A batch less what its group counts besides the rounds. The difference is kept as it is: of an
   * event that hardly happens it can be a little below 0.
   */
  private Tally ofRounds(Phase phase, PerfGroup group)
      throws RunnerException, InterruptedException {
    List<Tally> empty = new ArrayList<>();
    for (int i = 0; i < EMPTY_BATCHES; i++) {
      empty.add(raw(phase, 0, group));
    }
    Tally full = raw(phase, phase.rounds(), group);
    Map<PerfCounter, Long> counts = new HashMap<>();
    full.counts().forEach((counter, count) -> counts.put(counter, count - median(empty, counter)));
    return new Tally(full.batch(), counts);
  }

  private static long median(List<Tally> tallies, PerfCounter counter) {
    return tallies.stream()
        .mapToLong(tally -> tally.counts().getOrDefault(counter, 0L))
        .sorted()
        .skip(tallies.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  /** A batch of {@code rounds} with one group counting, whatever it counts. */
  private Tally raw(Phase phase, long rounds, PerfGroup group)
      throws RunnerException, InterruptedException {
    List<Long> before = group.read().values();
    Batch batch = pair.counted(phase.variant(), rounds, gate(group));
    List<Long> after = group.read().values();
    Map<PerfCounter, Long> counts = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      counts.put(group.counters().get(i), after.get(i) - before.get(i));
    }
    return new Tally(batch, counts);
  }

  private static CountedPair.Gate gate(PerfGroup group) {
    return new CountedPair.Gate() {
      @Override
      public void open() {
        group.enable();
      }

      @Override
      public void shut() {
        group.disable();
      }
    };
  }

  @Override
  public void close() {
    pair.close();
    groups.forEach(PerfGroup::close);
  }
}
