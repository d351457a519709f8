package org.switchlab.estimate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.table.Estimate;

/**
 * What the samples of one setting say. A statistic that is undefined is absent ({@code null}).
 *
 * @param setting where
 * @param switchCostNs cost of one switch, in ns, by the plan's estimator
 * @param disturbedCostNs the same of the couples measured while the machine was not quiet, in ns
 * @param singleNs median time of one message without switch, in ns
 * @param roundTripNs median time of one round trip (two switches), in ns
 * @param processMediansNs median cost each process answers, in ns, in order of the processes
 * @param processes fresh processes that measured
 * @param batches couples the estimate rests on
 * @param rejected couples left out because the switches counted were not those expected
 * @param quietShare share of the accepted couples that found the machine quiet, 0 to 1
 * @param switchesExpected switches the accepted pair batches had to make
 * @param switchesCounted switches the kernel counted in them
 * @param stop why sampling ended
 */
public record CostEstimate(
    Setting setting,
    @Nullable Estimate switchCostNs,
    @Nullable Estimate disturbedCostNs,
    @Nullable Double singleNs,
    @Nullable Double roundTripNs,
    List<Double> processMediansNs,
    int processes,
    int batches,
    int rejected,
    @Nullable Double quietShare,
    long switchesExpected,
    long switchesCounted,
    Stop stop) {

  /** Keeps an immutable copy. */
  public CostEstimate {
    processMediansNs = List.copyOf(processMediansNs);
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
        disturbedCostNs,
        singleNs,
        roundTripNs,
        processMediansNs,
        processes,
        batches,
        rejected,
        quietShare,
        switchesExpected,
        switchesCounted,
        stop);
  }
}
