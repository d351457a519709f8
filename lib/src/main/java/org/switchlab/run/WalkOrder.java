package org.switchlab.run;

import org.switchlab.plan.Point;

/** Asks the runner in which order its walk touches an array: from the loop that is measured. */
public final class WalkOrder {

  private WalkOrder() {}

  /**
   * The indexes of the touched elements in the order of their touches.
   *
   * @param point array and stride
   * @throws RunnerException if the process could not be started, failed or wrote nonsense
   */
  public static int[] of(Point point) throws RunnerException, InterruptedException {
    RunnerCommand command = RunnerCommand.of("access-pattern").walk(point);
    int touches = Math.toIntExact(point.isDirect() ? 0 : point.elements());
    return Launcher.carried(Launcher.TimeLimits.MEASURING)
        .read(
            command, "touch", WalkOrder::index, touches, Launcher.TimeLimits.MEASURING.leastBatch())
        .stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int index(ProtocolLine line) throws MalformedLineException {
    return Math.toIntExact(line.number("index", 0));
  }
}
