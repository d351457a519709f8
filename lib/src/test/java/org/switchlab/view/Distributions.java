package org.switchlab.view;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.switchlab.claim.PublishedPoint;
import org.switchlab.claim.PublishedPoints;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.table.Estimate;

/** Synthetic distributions of the direct cost, from a seeded generator. */
final class Distributions {

  private Distributions() {}

  /** Two humps apart by half the cost, and a few wild couples. */
  static CostDistribution twoStates() {
    List<Double> quiet = Stream.concat(hump(200, 2_600), Stream.of(1_900.0, 40_000.0)).toList();
    return of(new Estimate(2_600, 2_585, 2_618, 0.95), quiet, hump(60, 3_300).toList());
  }

  /** Never disturbed. */
  static CostDistribution quiet() {
    return of(new Estimate(2_600, 2_585, 2_618, 0.95), hump(200, 2_600).toList(), List.of());
  }

  /** A run that completed no couple. */
  static CostDistribution empty() {
    return of(null, List.of(), List.of());
  }

  /** {@code quietNs} and {@code disturbedNs} under the heading of the other fixtures. */
  static CostDistribution of(
      @org.jspecify.annotations.Nullable Estimate cost,
      List<Double> quietNs,
      List<Double> disturbedNs) {
    PointEstimate bare = Figures.point(0, 0, cost);
    PointEstimate direct =
        new PointEstimate(
            bare.point(),
            cost,
            null,
            bare.singleNs(),
            bare.roundTripNs(),
            cost == null ? List.of() : List.of(2_590.0, 2_605.0, 2_640.0),
            cost == null ? 0 : 3,
            quietNs.size(),
            0,
            bare.quietShare(),
            bare.switchesExpected(),
            bare.switchesCounted(),
            bare.stop());
    SwitchCostFigure figure =
        new SwitchCostFigure(
            "Direct cost of a kernel-level context switch",
            "measured",
            "AMD EPYC 7B13, 2 CPUs, KVM, Linux 6.18.5",
            List.of(direct),
            PublishedPoints.ofFigure("Fig. 3").stream().filter(PublishedPoint::isDirect).toList(),
            List.of(),
            Figures.doubts().subList(0, 1));
    return new CostDistribution(figure, quietNs, disturbedNs);
  }

  private static Stream<Double> hump(int couples, double centreNs) {
    Random random = new Random(couples);
    return Stream.generate(() -> centreNs + 30 * random.nextGaussian()).limit(couples);
  }
}
