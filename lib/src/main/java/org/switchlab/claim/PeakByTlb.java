package org.switchlab.claim;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.switchlab.plan.Layout;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * CS-19: the peak at the L1d size is caused by L1d misses, and the peak at 256 KiB by dTLB misses.
 *
 * <p>Huge pages take the TLB's part of the second away. They take more away than that: on them no
 * two lines of an array compete for a set because of where their pages lie, and the prefetcher runs
 * on past 4 KiB. So if more than half of the rise remains, it is none of the three, and the claim
 * is refuted; if less remains, pages alone do not tell which of the three it was. The same pages
 * {@linkplain Layout#CONTROLLED controlled} have neither conflicts nor prefetching, so that what
 * huge ones take away there is the TLB's. Nothing here takes the L1d's misses away and leaves the
 * rest, so that the first half cannot be confirmed.
 */
public final class PeakByTlb {

  /** What the claim calls this check. */
  public static final String NAME = "peak-by-tlb";

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
   * @param evidence costs of one stride, at the same sizes on ordinary and on huge pages; with or
   *     without the same controlled
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
    Optional<PageRises> usual = PageRises.of(evidence, Layout.USUAL);
    Optional<PageRises> controlled = PageRises.of(evidence, Layout.CONTROLLED);
    return usual.isEmpty()
        ? Answer.exact(
            Verdicts.notMeasurable(claim, "Needs a small and a large array on both pages"))
        : tested(claim, evidence, usual.get(), controlled).remarking(emulated(tlbPartNs));
  }

  private static Tested tested(
      Claim claim, Evidence evidence, PageRises usual, Optional<PageRises> controlled) {
    Question byPages =
        new Given(usual.rises(), usual.gone("what of half the rise is gone on 2 MiB pages"));
    Question byTlb =
        controlled
            .<Question>map(
                rises ->
                    new Given(
                        rises.rises("rise without conflicts of colour and without prefetching"),
                        rises.gone("what of half of that rise is gone on 2 MiB pages")))
            .orElse(new Missing("which of the causes that pages have", CONFOUNDED));
    Question inL1d = new Missing("the peak at L1d by L1d misses", L1D_HALF);
    return Tested.of(
        claim,
        evidence,
        Every.of(List.of(byPages, byTlb, inL1d)),
        "a third of the passes finds %s dearest; the others are tested"
            .formatted(Units.bytes(usual.toBytes())),
        usual.words() + controlled.map(rises -> "; controlled: " + rises.words()).orElse(""));
  }

  private static String emulated(@Nullable Estimate tlbPartNs) {
    return tlbPartNs == null
        ? ""
        : "With emulated TLB misses go %s of the rise".formatted(Intervals.time(tlbPartNs));
  }
}
