package org.switchlab.run;

import org.switchlab.plan.Point;

/** Asks the runner in which order its walk touches an array: from the loop that is measured. */
public final class WalkOrder {

  private WalkOrder() {}

  /** The indexes of the elements that a walk of the point's array touches, in that order. */
  public static int[] of(Point point) throws RunnerException, InterruptedException {
    return Launcher.carried(Launcher.TimeLimits.MEASURING)
        .read(
            RunnerCommand.of("access-pattern").walk(point),
            "touch",
            line -> Math.toIntExact(line.number("index", 0)),
            Math.toIntExact(point.isDirect() ? 0 : point.elements()),
            Launcher.TimeLimits.MEASURING.leastBatch())
        .stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
