package org.switchlab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.plan.Point;
import org.switchlab.table.Estimate;

/** Sizes of arrays for which one width of the intervals is promised. */
enum ArrayRange {
  /** Up to 64 KiB. */
  TO_64_KIB("To64KiB", 0.02),
  /** Of 256 KiB. */
  OF_256_KIB("Of256KiB", 0.05),
  /** From the size of L2 to twice that, where walks scatter most. */
  L2_TO_TWICE_L2("L2ToTwiceL2", 0.10);

  private final String figure;
  private final double promisedShare;

  ArrayRange(String figure, double promisedShare) {
    this.figure = figure;
    this.promisedShare = promisedShare;
  }

  /** As part of the name of a figure. */
  String figure() {
    return figure;
  }

  /** The half-width that is promised, as a share of the cost. */
  double promisedShare() {
    return promisedShare;
  }

  private boolean contains(long arrayBytes, long l2Bytes) {
    return switch (this) {
      case TO_64_KIB -> arrayBytes <= 64 << 10;
      case OF_256_KIB -> arrayBytes == 256 << 10;
      case L2_TO_TWICE_L2 -> arrayBytes >= l2Bytes && arrayBytes <= 2 * l2Bytes;
    };
  }

  /**
   * Half the intervals' width as a share of the cost: the median over the sizes and strides of this
   * range; empty if none was walked.
   *
   * @throws NotMeasurableException if a cost has no interval, because a median over those that have
   *     one would be too good
   */
  OptionalDouble halfWidthShare(List<CostEstimate> estimates, long l2Bytes)
      throws NotMeasurableException {
    List<Double> shares = new ArrayList<>();
    for (CostEstimate estimate : estimates) {
      Point point = estimate.point();
      if (!point.isDirect() && contains(point.arrayBytes(), l2Bytes)) {
        shares.add(halfWidthShare(estimate));
      }
    }
    return shares.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Spread.median(shares));
  }

  private static double halfWidthShare(CostEstimate estimate) throws NotMeasurableException {
    Estimate cost = estimate.switchCostNs();
    if (cost == null) {
      throw new NotMeasurableException("a run has no interval at " + estimate.setting());
    }
    return cost.relativeHalfWidth();
  }
}
