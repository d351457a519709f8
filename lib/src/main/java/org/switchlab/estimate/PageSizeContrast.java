package org.switchlab.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.switchlab.plan.Layout;
import org.switchlab.table.Estimate;

/**
 * How the switch cost rises towards the L2 size with the arrays on ordinary and on huge pages.
 *
 * <p>An array on huge pages needs a hundredth of the TLB entries and as many cache lines as before:
 * what is left of the rise is not the TLB's.
 *
 * <p>The dearest of noisy costs is too dear. So every third pass finds the dearest array, and the
 * others say how far the cost rises to it.
 *
 * @param fromBytes array size before the rise, in bytes
 * @param toBytes array size at its top, in bytes
 * @param riseNs cost at the top less cost before, on ordinary pages, in ns
 * @param hugeRiseNs the same on huge pages, in ns
 * @param remainingShare the second as a share of the first: 1 if huge pages change nothing
 */
public record PageSizeContrast(
    long fromBytes, long toBytes, Estimate riseNs, Estimate hugeRiseNs, Estimate remainingShare) {

  private static final int FINDING = 3;

  /** What was measured on both kinds of pages at one array size. */
  private record Pages(CostEstimate ordinary, CostEstimate huge) {

    long bytes() {
      return ordinary.point().arrayBytes();
    }
  }

  /**
   * The contrast between the smallest array and the dearest one on ordinary pages; absent if the
   * smallest is dearest, or if too few passes measured every size on both pages.
   *
   * @param estimates one stride, each size on both page sizes
   * @param level confidence level of the intervals
   */
  public static Optional<PageSizeContrast> of(List<CostEstimate> estimates, double level) {
    List<Pages> sizes = sizes(estimates);
    if (sizes.size() < 2) {
      return Optional.empty();
    }
    List<Integer> passes = common(sizes);
    Pages from = sizes.getFirst();
    Pages to =
        sizes.stream()
            .max(Comparator.comparingDouble(at -> sum(at.ordinary(), third(passes, true))))
            .orElseThrow();
    return from.equals(to) ? Optional.empty() : between(from, to, third(passes, false), level);
  }

  /** By rising size, those that were measured on both kinds of pages. */
  private static List<Pages> sizes(List<CostEstimate> estimates) {
    List<Pages> sizes = new ArrayList<>();
    for (CostEstimate ordinary : on(false, estimates)) {
      on(true, estimates).stream()
          .filter(huge -> huge.point().arrayBytes() == ordinary.point().arrayBytes())
          .findFirst()
          .ifPresent(huge -> sizes.add(new Pages(ordinary, huge)));
    }
    sizes.sort(Comparator.comparingLong(Pages::bytes));
    return sizes;
  }

  private static List<CostEstimate> on(boolean isHuge, List<CostEstimate> estimates) {
    return estimates.stream()
        .filter(e -> e.point().layout() == Layout.USUAL)
        .filter(e -> e.point().isHuge() == isHuge && !e.passes().isEmpty())
        .toList();
  }

  /** The passes that measured all of it, in order. */
  private static List<Integer> common(List<Pages> sizes) {
    var common = new TreeSet<>(numbers(sizes.getFirst().ordinary()));
    for (Pages size : sizes) {
      common.retainAll(numbers(size.ordinary()));
      common.retainAll(numbers(size.huge()));
    }
    return List.copyOf(common);
  }

  private static List<Integer> numbers(CostEstimate cost) {
    return cost.passes().stream().map(PassCost::pass).toList();
  }

  /** Every third pass, which finds, or the others, which test. */
  private static List<Integer> third(List<Integer> passes, boolean finding) {
    return IntStream.range(0, passes.size())
        .filter(i -> (i % FINDING == 0) == finding)
        .mapToObj(passes::get)
        .toList();
  }

  private static double sum(CostEstimate cost, List<Integer> passes) {
    return cost.passes().stream()
        .filter(pass -> passes.contains(pass.pass()))
        .mapToDouble(PassCost::costNs)
        .sum();
  }

  private static Optional<PageSizeContrast> between(
      Pages from, Pages to, List<Integer> passes, double level) {
    double[] risesNs = risesNs(to.ordinary(), from.ordinary(), passes);
    double[] hugeNs = risesNs(to.huge(), from.huge(), passes);
    Optional<Estimate> rise = Student.interval(risesNs, level);
    Optional<Estimate> huge = Student.interval(hugeNs, level);
    return rise.flatMap(
        ordinaryNs ->
            huge.map(
                hugeRiseNs ->
                    new PageSizeContrast(
                        from.bytes(),
                        to.bytes(),
                        ordinaryNs,
                        hugeRiseNs,
                        new RatioOfMeans(hugeNs, risesNs).interval(level))));
  }

  private static double[] risesNs(CostEstimate to, CostEstimate from, List<Integer> passes) {
    return passes.stream()
        .mapToDouble(pass -> sum(to, List.of(pass)) - sum(from, List.of(pass)))
        .toArray();
  }
}
