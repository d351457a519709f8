package org.switchlab.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.switchlab.counter.CountingCost.Couple;
import org.switchlab.run.RunnerException;

/** The same rounds counted and not, next to each other in random order, so that drift cancels. */
final class CostMeasurement {

  /** The first group is the fullest one. */
  private static final int GROUP = 0;

  private CostMeasurement() {}

  static CountingCost of(CountingPair pair, Phase phase, int couples, SplittableRandom order)
      throws RunnerException, InterruptedException {
    List<Couple> timed = new ArrayList<>();
    for (int i = 0; i < couples; i++) {
      boolean countedFirst = order.nextBoolean();
      double early = roundNs(pair, phase, countedFirst);
      double late = roundNs(pair, phase, !countedFirst);
      timed.add(countedFirst ? new Couple(early, late) : new Couple(late, early));
    }
    return CountingCost.of(timed);
  }

  private static double roundNs(CountingPair pair, Phase phase, boolean counted)
      throws RunnerException, InterruptedException {
    return counted
        ? pair.raw(phase, phase.rounds(), GROUP).batch().roundNs()
        : pair.uncounted(phase).roundNs();
  }
}
