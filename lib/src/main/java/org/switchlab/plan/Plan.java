package org.switchlab.plan;

import java.util.List;

/**
 * What will be measured: a value that can be read, printed and stored before anything runs.
 *
 * @param experiment the experiment's one name, for instance {@code kernel-switch}
 * @param title heading of its chart
 * @param figure the figure of the paper it redraws, as the datasets name it; empty if none
 * @param points where to measure, in the order of the figure
 * @param protocol how much to measure at each point
 * @param cpu the logical CPU the measured processes are pinned to
 * @param seed seed of every random choice: order of batches, of points, of resamples
 */
public record Plan(
    String experiment,
    String title,
    String figure,
    List<Point> points,
    Protocol protocol,
    int cpu,
    long seed) {

  /** Keeps an immutable copy and refuses an empty plan. */
  public Plan {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("the plan has no points: name at least one array size");
    }
    if (cpu < 0) {
      throw new IllegalArgumentException("cpu is " + cpu + "; it must be 0 or more");
    }
  }
}
