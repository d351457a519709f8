package org.switchlab.estimate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.table.Estimate;

/**
 * What the samples of one setting say. A statistic that is undefined is absent ({@code null}): an
 * interval needs {@value Student#FEWEST_UNITS} passes.
 *
 * @param setting where
 * @param switchCostNs typical cost of one switch, in ns: what a switch costs when nobody interrupts
 *     it. The headline, because what an interrupt takes is not the switch's doing
 * @param meanCostNs mean cost of one switch, in ns: what a program pays, interrupts included
 * @param directNs the part of the typical cost that is message and switch, in ns; absent where
 *     rounds were not stamped
 * @param indirectNs the part that is the own array fetched again, in ns; absent likewise
 * @param singleNs typical time of one message and one walk without a switch, in ns
 * @param roundTripNs typical time of one round trip (two switches), in ns
 * @param passes what each pass says, in order
 * @param samples samples within the passes (slots of stamped rounds, or couples of batches) that
 *     the estimate rests on
 * @param rejected samples left out because the switches counted were not those expected
 * @param switchesExpected switches all samples had to make, the rejected ones included
 * @param switchesCounted switches the kernel, or the library, counted in them
 * @param stop why sampling ended
 */
public record CostEstimate(
    Setting setting,
    @Nullable Estimate switchCostNs,
    @Nullable Estimate meanCostNs,
    @Nullable Estimate directNs,
    @Nullable Estimate indirectNs,
    @Nullable Double singleNs,
    @Nullable Double roundTripNs,
    List<PassCost> passes,
    int samples,
    int rejected,
    long switchesExpected,
    long switchesCounted,
    Stop stop) {

  /** Keeps an immutable copy. */
  public CostEstimate {
    passes = List.copyOf(passes);
  }

  /** Array, stride and pages of its setting. */
  public Point point() {
    return Point.of(setting, "");
  }

  /** The same under the name of another setting. */
  public CostEstimate at(Setting other) {
    return new CostEstimate(
        other,
        switchCostNs,
        meanCostNs,
        directNs,
        indirectNs,
        singleNs,
        roundTripNs,
        passes,
        samples,
        rejected,
        switchesExpected,
        switchesCounted,
        stop);
  }

  /** The typical cost of each pass, in ns, in order. */
  public List<Double> passCostsNs() {
    return passes.stream().map(PassCost::costNs).toList();
  }
}
