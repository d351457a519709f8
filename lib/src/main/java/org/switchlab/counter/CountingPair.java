package org.switchlab.counter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.switchlab.os.PerfCounter;
import org.switchlab.os.PerfGroup;
import org.switchlab.os.PerfKernel;
import org.switchlab.plan.Point;
import org.switchlab.run.CountedPair;
import org.switchlab.run.CountedRunner;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.Batch;

/** A fresh pair of processes with all groups open on it, of which one at a time counts. */
final class CountingPair implements AutoCloseable {

  /** The median of three is not moved by one that an interrupt fell into. */
  private static final int EMPTY_BATCHES = 3;

  private final List<PerfGroup> groups = new ArrayList<>();
  private @Nullable CountedPair pair;

  private CountingPair() {}

  static CountingPair open(
      CountedRunner runner,
      PerfKernel kernel,
      List<List<PerfCounter>> groups,
      Point point,
      long seed,
      int cpu)
      throws RunnerException, InterruptedException {
    var opened = new CountingPair();
    boolean whole = false;
    try {
      opened.pair =
          runner.open(
              point,
              seed,
              cpu,
              pid ->
                  groups.forEach(
                      group ->
                          opened.groups.add(
                              PerfGroup.open(kernel, pid, group, PerfGroup.Start.ON_ENABLE))));
      whole = true;
      return opened;
    } finally {
      if (!whole) {
        opened.close();
      }
    }
  }

  /**
   * What one batch counted.
   *
   * @param batch the batch, as the runner saw it
   * @param counts by counter
   */
  record Tally(Batch batch, Map<PerfCounter, Long> counts) {}

  int groups() {
    return groups.size();
  }

  /**
   * Counts {@code phase} with one group and takes off what that counts besides the rounds.
   *
   * <p>The difference is kept as it is: of an event that hardly happens it can be a little below 0.
   *
   * @throws org.switchlab.os.MultiplexedException if the group shared its counters with others
   */
  Tally count(Phase phase, int group) throws RunnerException, InterruptedException {
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
  private Tally raw(Phase phase, long rounds, int index)
      throws RunnerException, InterruptedException {
    PerfGroup group = groups.get(index);
    PerfGroup.Reading before = group.read();
    Batch batch = pair().counted(phase.variant(), rounds, gate(group));
    PerfGroup.Reading after = group.read();
    Map<PerfCounter, Long> counts = new HashMap<>();
    IntStream.range(0, group.counters().size())
        .forEach(
            i ->
                counts.put(
                    group.counters().get(i), after.values().get(i) - before.values().get(i)));
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

  private CountedPair pair() {
    if (pair == null) {
      throw new IllegalStateException("the pair was not opened");
    }
    return pair;
  }

  @Override
  public void close() {
    if (pair != null) {
      pair.close();
    }
    groups.forEach(PerfGroup::close);
  }
}
