package org.switchlab.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.Student;
import org.switchlab.plan.Layout;
import org.switchlab.plan.Setting;
import org.switchlab.unit.Units;

/**
 * How the cost rises from the smallest array to the dearest one on small pages, and between the
 * same two on huge pages. A third of the passes finds the dearest, the others measure its rise.
 */
final class PageRises {

  private static final double HALF = 0.5;

  /** Index of the smallest array, which rises begin from. */
  private static final int SMALLEST = 0;

  private static final double SHOWN_LEVEL = 0.95;

  private final long fromBytes;
  private final long toBytes;

  /** One rise a pass; in ns. */
  private final double[] smallNs;

  /** The same of the same passes. */
  private final double[] hugeNs;

  private final long pageBytes;

  /** The cost around the rise, in ns. */
  private final double localNs;

  private final Set<Setting> settings;

  private PageRises(List<CostEstimate> small, List<CostEstimate> huge) {
    PassCosts onSmall = PassCosts.of(small, huge);
    int top = onSmall.highest();
    pageBytes = small.getFirst().point().pageBytes();
    fromBytes = bytes(small.get(SMALLEST));
    toBytes = bytes(small.get(top));
    smallNs = onSmall.difference(top, SMALLEST);
    hugeNs = PassCosts.of(huge, small).difference(top, SMALLEST);
    localNs =
        small.stream()
            .mapToDouble(cost -> Margins.localNs(Margins.cost(cost)))
            .average()
            .orElseThrow();
    settings =
        Stream.concat(small.stream(), huge.stream())
            .map(CostEstimate::setting)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** With arrays that lie so; empty if there are not two sizes on both kinds of pages. */
  static Optional<PageRises> of(Evidence evidence, Layout layout) {
    List<CostEstimate> huge = on(true, layout, evidence);
    List<Long> sizes = huge.stream().map(PageRises::bytes).toList();
    List<CostEstimate> small =
        on(false, layout, evidence).stream().filter(cost -> sizes.contains(bytes(cost))).toList();
    return small.size() < 2 || small.size() != huge.size()
        ? Optional.empty()
        : Optional.of(new PageRises(small, huge));
  }

  /** By rising size. */
  private static List<CostEstimate> on(boolean isHuge, Layout layout, Evidence evidence) {
    return evidence.estimates().stream()
        .filter(cost -> cost.point().layout() == layout)
        .filter(cost -> cost.point().isHuge() == isHuge && !cost.passes().isEmpty())
        .sorted(Comparator.comparingLong(PageRises::bytes))
        .toList();
  }

  private static long bytes(CostEstimate cost) {
    return cost.point().arrayBytes();
  }

  /** The dearest array, in bytes. */
  long toBytes() {
    return toBytes;
  }

  /** Whether there is a rise on small pages. */
  Question rises() {
    return rises("rise on %s pages".formatted(Units.bytes(pageBytes)));
  }

  /** The same, called otherwise. */
  Question rises(String what) {
    return Trial.of(what, smallNs, Margins.STEP * localNs, 0, settings);
  }

  /** Whether less than half of it remains on huge pages. */
  Question gone(String what) {
    double[] goneNs =
        IntStream.range(0, hugeNs.length).mapToDouble(i -> HALF * smallNs[i] - hugeNs[i]).toArray();
    return Trial.of(what, goneNs, 0, 0, settings);
  }

  /** Both rises with their intervals. */
  String words() {
    return "%s to %s: + %s on %s pages, + %s on 2 MiB pages"
        .formatted(
            Units.bytes(fromBytes),
            Units.bytes(toBytes),
            show(smallNs),
            Units.bytes(pageBytes),
            show(hugeNs));
  }

  private static String show(double[] passesNs) {
    return Student.interval(passesNs, SHOWN_LEVEL).map(Intervals::time).orElse("(no interval)");
  }
}
