package org.switchlab.estimate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;
import org.switchlab.plan.Point;
import org.switchlab.table.Estimate;

/**
 * How the switch cost rises towards the L2 size with the arrays on ordinary and on huge pages.
 *
 * <p>An array on huge pages needs a hundredth of the TLB entries and as many cache lines as before:
 * what is left of the rise is not the TLB's.
 *
 * @param fromBytes array size before the rise, in bytes
 * @param toBytes array size at its top, in bytes
 * @param riseNs cost at the top less cost before, on ordinary pages, in ns
 * @param hugeRiseNs the same on huge pages, in ns
 * @param remainingShare the second as a share of the first: 1 if huge pages change nothing
 */
public record PageSizeContrast(
    long fromBytes, long toBytes, Estimate riseNs, Estimate hugeRiseNs, Estimate remainingShare) {

  private static final int RESAMPLES = 4_000;
  private static final Median MEDIAN = Median.withDefaults();

  /**
   * The contrast between the smallest array and the dearest one on ordinary pages; absent if one of
   * the four points has no estimate.
   *
   * @param estimates one stride, each size on both page sizes
   * @param level confidence level of the intervals
   * @param seed seed of the resampling
   */
  public static Optional<PageSizeContrast> of(
      List<CostEstimate> estimates, double level, long seed) {
    List<CostEstimate> known = estimates.stream().filter(e -> !e.passes().isEmpty()).toList();
    List<CostEstimate> ordinary = on(Point.BASE_PAGE_BYTES, known);
    Optional<CostEstimate> from =
        ordinary.stream().min(Comparator.comparingLong(e -> e.point().arrayBytes()));
    Optional<CostEstimate> to =
        ordinary.stream().max(Comparator.comparingDouble(PageSizeContrast::costNs));
    if (from.isEmpty() || from.equals(to)) {
      return Optional.empty();
    }
    return between(from.get(), to.orElseThrow(), on(Point.HUGE_PAGE_BYTES, known), level, seed);
  }

  private static Optional<PageSizeContrast> between(
      CostEstimate from, CostEstimate to, List<CostEstimate> huge, double level, long seed) {
    Optional<CostEstimate> hugeFrom = at(from.point().arrayBytes(), huge);
    Optional<CostEstimate> hugeTo = at(to.point().arrayBytes(), huge);
    if (hugeFrom.isEmpty() || hugeTo.isEmpty()) {
      return Optional.empty();
    }
    var bootstrap = new Bootstrap(RESAMPLES, level, seed);
    List<double[]> ordinary = List.of(mediansNs(from), mediansNs(to));
    List<double[]> onHuge = List.of(mediansNs(hugeFrom.get()), mediansNs(hugeTo.get()));
    List<double[]> all = List.of(ordinary.get(0), ordinary.get(1), onHuge.get(0), onHuge.get(1));
    return Optional.of(
        new PageSizeContrast(
            from.point().arrayBytes(),
            to.point().arrayBytes(),
            bootstrap.ofGroups(ordinary, groups -> rise(groups, 0)),
            bootstrap.ofGroups(onHuge, groups -> rise(groups, 0)),
            bootstrap.ofGroups(all, groups -> rise(groups, 2) / rise(groups, 0))));
  }

  private static double rise(List<double[]> groups, int first) {
    return MEDIAN.evaluate(groups.get(first + 1)) - MEDIAN.evaluate(groups.get(first));
  }

  private static List<CostEstimate> on(long pageBytes, List<CostEstimate> estimates) {
    return estimates.stream().filter(e -> e.point().pageBytes() == pageBytes).toList();
  }

  private static Optional<CostEstimate> at(long arrayBytes, List<CostEstimate> estimates) {
    return estimates.stream().filter(e -> e.point().arrayBytes() == arrayBytes).findFirst();
  }

  private static double[] mediansNs(CostEstimate estimate) {
    return estimate.passCostsNs().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double costNs(CostEstimate estimate) {
    return MEDIAN.evaluate(mediansNs(estimate));
  }
}
