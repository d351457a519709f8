package org.switchlab.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.Student;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * CS-19: the peak at the L1d size is caused by L1d misses, and the peak at 256 KiB by dTLB misses.
 *
 * <p>Huge pages take the TLB's part of the second away. They take more away than that: on them no
 * two lines of an array compete for a set because of where their pages lie, and the prefetcher runs
 * on past 4 KiB. So if more than half of the rise remains, it is none of the three, and the claim
 * is refuted; if less remains, pages alone do not tell which of the three it was. Nothing here
 * takes the L1d's misses away and leaves the rest, so that the first half cannot be confirmed.
 */
public final class PeakByTlb {

  /** What the claim calls this check. */
  public static final String NAME = "peak-by-tlb";

  private static final double HALF = 0.5;

  /** Index of the smallest array, which rises begin from. */
  private static final int SMALLEST = 0;

  private static final double SHOWN_LEVEL = 0.95;

  private static final String CONFOUNDED =
      "huge pages also end conflicts of page colour and let the prefetcher run past 4 KiB, so that"
          + " what they take away need not be the TLB's; an array on coloured small pages, walked"
          + " in random order, would tell";

  private static final String L1D_HALF =
      "nothing takes the L1d's misses away and leaves all else as it is";

  private PeakByTlb() {}

  /**
   * What a run says of {@code claim}.
   *
   * @param evidence costs of one stride, at the same sizes on ordinary and on huge pages
   * @param tlbPartNs the part of the rise that goes with emulated TLB misses, in ns; absent without
   *     an emulator. It is shown and decides nothing
   * @param granted whether the kernel gave the huge pages that were asked for
   */
  public static Answer answer(
      Claim claim, Evidence evidence, @Nullable Estimate tlbPartNs, boolean granted) {
    if (!granted) {
      return Answer.exact(
          Verdicts.notMeasurable(claim, "The kernel gave no huge pages to compare with"));
    }
    List<CostEstimate> huge = on(Point.HUGE_PAGE_BYTES, evidence);
    List<Long> sizes = huge.stream().map(PeakByTlb::bytes).toList();
    List<CostEstimate> ordinary =
        on(Point.BASE_PAGE_BYTES, evidence).stream()
            .filter(cost -> sizes.contains(bytes(cost)))
            .toList();
    return ordinary.size() < 2 || ordinary.size() != huge.size()
        ? Answer.exact(
            Verdicts.notMeasurable(claim, "Needs a small and a large array on both pages"))
        : tested(claim, evidence, ordinary, huge).remarking(emulated(tlbPartNs));
  }

  private static Tested tested(
      Claim claim, Evidence evidence, List<CostEstimate> ordinary, List<CostEstimate> huge) {
    PassCosts small = PassCosts.of(ordinary, huge);
    PassCosts large = PassCosts.of(huge, ordinary);
    int top = small.highest();
    double[] risesNs = small.difference(top, SMALLEST);
    double[] hugeNs = large.difference(top, SMALLEST);
    Set<Setting> settings =
        Stream.concat(ordinary.stream(), huge.stream())
            .map(CostEstimate::setting)
            .collect(Collectors.toUnmodifiableSet());
    double localNs =
        ordinary.stream()
            .mapToDouble(c -> Margins.localNs(Margins.cost(c)))
            .average()
            .orElseThrow();
    Question rises = Trial.of("rise on 4 KiB pages", risesNs, Margins.STEP * localNs, 0, settings);
    Question gone =
        Trial.of(
            "what of half the rise is gone on 2 MiB pages",
            IntStream.range(0, hugeNs.length)
                .mapToDouble(i -> HALF * risesNs[i] - hugeNs[i])
                .toArray(),
            0,
            0,
            settings);
    Question byTlb =
        Every.of(
            List.of(
                new Given(rises, gone),
                new Missing("which of the causes that pages have", CONFOUNDED),
                new Missing("the peak at L1d by L1d misses", L1D_HALF)));
    String from = Units.bytes(bytes(ordinary.get(SMALLEST)));
    String to = Units.bytes(bytes(ordinary.get(top)));
    return Tested.of(
        claim,
        evidence,
        byTlb,
        "a third of the passes finds %s dearest; the others are tested".formatted(to),
        "%s to %s: + %s on 4 KiB pages, + %s on 2 MiB pages"
            .formatted(from, to, show(risesNs), show(hugeNs)));
  }

  private static String show(double[] unitsNs) {
    return Student.interval(unitsNs, SHOWN_LEVEL).map(Intervals::time).orElse("(no interval)");
  }

  private static String emulated(@Nullable Estimate tlbPartNs) {
    return tlbPartNs == null
        ? ""
        : "With emulated TLB misses go %s of the rise".formatted(Intervals.time(tlbPartNs));
  }

  /** By rising size. */
  private static List<CostEstimate> on(long pageBytes, Evidence evidence) {
    return evidence.estimates().stream()
        .filter(cost -> cost.point().pageBytes() == pageBytes && !cost.passes().isEmpty())
        .sorted(Comparator.comparingLong(PeakByTlb::bytes))
        .toList();
  }

  private static long bytes(CostEstimate cost) {
    return cost.point().arrayBytes();
  }
}
