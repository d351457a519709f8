package org.switchlab.counter;

import org.switchlab.plan.Point;

/**
 * Emulated misses that one switch causes: those of half a round trip less those of the same work
 * without a switch, of both processes and the kernel, as the paper takes its cost.
 *
 * @param model the modelled machine and what was taken away from it
 * @param here whether it models the machine that was measured
 * @param l2Misses lines L2 did not hold, a switch
 * @param dtlbMisses pages the first-level data TLB did not hold, a switch
 * @param pageWalks pages no TLB held, a switch
 */
public record MissesPerSwitch(
    String model, boolean here, Point point, double l2Misses, double dtlbMisses, double pageWalks) {

  /**
   * From the counts of both flows at one point.
   *
   * @throws IllegalArgumentException if they are of different points
   */
  public static MissesPerSwitch of(
      String model, boolean here, PhaseCounts single, PhaseCounts pair) {
    Point point = pair.phase().point();
    if (!single.phase().point().equals(point)) {
      throw new IllegalArgumentException(
          "counts of %s and of %s are no pair".formatted(single.phase().point(), point));
    }
    return new MissesPerSwitch(
        model,
        here,
        point,
        difference(CounterEvent.L2_MISSES, single, pair),
        difference(CounterEvent.DTLB_MISSES, single, pair),
        difference(CounterEvent.STLB_MISSES, single, pair));
  }

  private static double difference(CounterEvent event, PhaseCounts single, PhaseCounts pair) {
    return perRound(event, pair) / 2 - perRound(event, single);
  }

  /** A level the model has not misses nothing. */
  private static double perRound(CounterEvent event, PhaseCounts counts) {
    SpaceCounts found = counts.counts().get(event);
    Long all = found == null ? null : found.all();
    return all == null ? 0 : (double) all / counts.phase().rounds();
  }
}
