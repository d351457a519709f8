package org.switchlab.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Point;
import org.switchlab.table.Estimate;

/**
 * Evidence made by hand: curves over 1 KiB, 2 KiB, 4 KiB … of a machine with 32 KiB and 256 KiB.
 */
final class Curves {

  static final long L1D_BYTES = 32 << 10;
  static final long L2_BYTES = 256 << 10;

  /** Fig. 3's shape in µs: a peak at 32 KiB, a higher one at 256 KiB, then lower. */
  static final double[] PUBLISHED_US = {.7, .75, .8, .9, 1.1, 1.5, 1.2, 2, 3, 1.6, 1.5};

  /** The same, but rising past 256 KiB. */
  static final double[] RISING_US = {.7, .75, .8, .9, 1.1, 1.5, 1.2, 2, 3, 3.5, 4};

  /** Fig. 5's shape in µs: flat, high at 256 KiB, lower past it. */
  static final double[] USER_PEAKED_US = {1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.3, 2, 4.5, 1.5, 1.4};

  /** Its one stride that only rises. */
  static final double[] USER_RISING_US = {1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.3, 1.4, 1.6, 2, 3};

  private Curves() {}

  /** Points at one stride with intervals of ±{@code halfUs}. */
  static List<CostEstimate> curve(long strideBytes, double halfUs, double... costsUs) {
    List<CostEstimate> points = new ArrayList<>();
    for (int i = 0; i < costsUs.length; i++) {
      points.add(point(1024L << i, strideBytes, costsUs[i], halfUs));
    }
    return points;
  }

  static CostEstimate point(long arrayBytes, long strideBytes, double costUs, double halfUs) {
    double ns = costUs * 1e3;
    double halfNs = halfUs * 1e3;
    return estimate(
        new Point("pipe-pair", arrayBytes, strideBytes),
        new Estimate(ns, ns - halfNs, ns + halfNs, 0.95),
        100,
        0);
  }

  static CostEstimate estimate(Point point, Estimate cost, int batches, int rejected) {
    long switches = 2_000L * batches;
    return new CostEstimate(
        point.setting(),
        cost,
        cost,
        null,
        null,
        400.0,
        2_000.0,
        List.of(),
        batches,
        rejected,
        switches,
        switches,
        Stop.PRECISION);
  }

  /** {@code point} with another cost, all else equal. */
  static CostEstimate with(CostEstimate point, UnaryOperator<Estimate> change) {
    return new CostEstimate(
        point.setting(),
        change.apply(point.switchCostNs()),
        point.meanCostNs(),
        point.directNs(),
        point.indirectNs(),
        point.singleNs(),
        point.roundTripNs(),
        point.passes(),
        point.samples(),
        point.rejected(),
        point.switchesExpected(),
        point.switchesCounted(),
        point.stop());
  }

  /** The paper's figure at every stride, stride 64 B highest at 256 KiB. */
  static List<CostEstimate> published(double halfUs) {
    List<CostEstimate> points = new ArrayList<>();
    points.add(point(0, 0, 0.62, halfUs));
    for (long stride : new long[] {8, 16, 32, 64, 128, 256}) {
      double[] costsUs = (stride <= 16 ? RISING_US : PUBLISHED_US).clone();
      costsUs[8] = stride == 64 ? 5 : 3;
      points.addAll(curve(stride, halfUs, costsUs));
    }
    return points;
  }

  /** The paper's user-level figure at every stride. */
  static List<CostEstimate> publishedUser(double halfUs) {
    List<CostEstimate> points = new ArrayList<>();
    points.add(point(0, 0, 1.18, halfUs));
    for (long stride : new long[] {8, 16, 32, 64, 128, 256}) {
      points.addAll(curve(stride, halfUs, stride == 16 ? USER_RISING_US : USER_PEAKED_US));
    }
    return points;
  }

  static Evidence evidence(List<CostEstimate> points) {
    return evidence(points, L1D_BYTES, L2_BYTES);
  }

  static Evidence evidence(List<CostEstimate> points, long l1dBytes, long l2Bytes) {
    return new Evidence(
        points,
        OptionalLong.of(l1dBytes),
        OptionalLong.of(l2Bytes),
        OptionalLong.empty(),
        "measured");
  }

  static Verdict judge(String id, Evidence evidence) {
    Claim claim = Claim.find(id).orElseThrow();
    return Checks.ofCosts(claim.check()).judge(claim, evidence);
  }
}
