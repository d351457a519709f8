package org.switchlab.run;

import java.util.List;
import org.switchlab.plan.Point;

/** Asks the runner in which order its walk touches an array: from the loop that is measured. */
public final class WalkOrder {

  private WalkOrder() {}

  /**
   * The indexes of the touched elements in the order of their touches.
   *
   * @param point array and stride
   * @throws RunnerException if the process could not be started, failed or wrote nonsense
   * @throws InterruptedException if the calling thread was interrupted; the process is gone then
   */
  public static int[] of(Point point) throws RunnerException, InterruptedException {
    List<String> arguments =
        List.of(
            "access-pattern",
            "--array-bytes",
            Long.toString(point.arrayBytes()),
            "--stride-bytes",
            Long.toString(point.strideBytes()));
    int touches = Math.toIntExact(point.isDirect() ? 0 : point.elements());
    int[] order = new int[touches];
    try (var process = RunnerProcess.start(RunnerImage.executable(), arguments)) {
      process.greet(TimeLimits.MEASURING);
      for (int i = 0; i < touches; i++) {
        order[i] = process.read("touch", WalkOrder::index, TimeLimits.MEASURING.leastBatch());
      }
      process.finish(TimeLimits.MEASURING.leastBatch());
    }
    return order;
  }

  private static int index(ProtocolLine line) throws MalformedLineException {
    return Math.toIntExact(line.number("index", 0));
  }
}
