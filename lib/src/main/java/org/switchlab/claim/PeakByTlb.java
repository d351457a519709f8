package org.switchlab.claim;

import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.PageSizeContrast;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * CS-19: the peak at the L2 size is caused by dTLB misses.
 *
 * <p>Huge pages take the TLB's part away and leave the cache's. If the TLB is the cause, less than
 * half of the rise remains on them; if most remains, it is not. Where the interval leaves that
 * open, the part of the rise that goes with emulated TLB misses decides.
 */
public final class PeakByTlb {

  /** What the claim calls this check. */
  public static final String NAME = "peak-by-tlb";

  private static final double HALF = 0.5;

  private PeakByTlb() {}

  /**
   * The verdict on {@code claim}.
   *
   * @param contrast the rise on either page size; absent if it was not measured
   * @param tlbPartNs the part of the rise that goes with TLB misses, by regression of the measured
   *     costs on emulated misses; absent without an emulator
   * @param granted whether the kernel gave the huge pages that were asked for
   */
  public static Verdict judge(
      Claim claim,
      @Nullable PageSizeContrast contrast,
      @Nullable Estimate tlbPartNs,
      boolean granted) {
    if (!granted) {
      return Verdicts.notMeasurable(claim, "The kernel gave no huge pages to compare with");
    }
    return contrast == null
        ? Verdicts.notMeasurable(claim, "Needs a small and a large array on both pages")
        : verdict(claim, contrast, tlbPartNs);
  }

  private static Verdict verdict(
      Claim claim, PageSizeContrast contrast, @Nullable Estimate tlbPartNs) {
    if (contrast.riseNs().low() <= 0) {
      return verdict(
          claim,
          contrast,
          Outcome.INCONCLUSIVE,
          "The interval of the rise reaches 0: there may be none to explain");
    }
    Estimate share = contrast.remainingShare();
    if (share.low() > HALF) {
      return verdict(
          claim,
          contrast,
          Outcome.REFUTED,
          "Most of the rise remains with a hundredth of the pages: it is the cache's, not the"
              + " TLB's");
    }
    return share.high() < HALF
        ? verdict(
            claim, contrast, Outcome.CONFIRMED, "Most of the rise is gone with the small pages")
        : byRegression(claim, contrast, tlbPartNs);
  }

  /** Where the page sizes alone leave it open, what the misses behind the costs say. */
  private static Verdict byRegression(
      Claim claim, PageSizeContrast contrast, @Nullable Estimate tlbPartNs) {
    String open = "The interval of what remains on huge pages holds one half";
    if (tlbPartNs == null) {
      return verdict(claim, contrast, Outcome.INCONCLUSIVE, open + "; " + Verdicts.NARROW_IT);
    }
    String both =
        "%s. The TLB misses behind it, emulated, go with %s"
            .formatted(open, Intervals.time(tlbPartNs));
    if (tlbPartNs.high() < HALF * contrast.riseNs().low()) {
      return verdict(claim, contrast, Outcome.REFUTED, both + ": the smaller part");
    }
    return tlbPartNs.low() > HALF * contrast.riseNs().high()
        ? verdict(claim, contrast, Outcome.CONFIRMED, both + ": the larger part")
        : verdict(claim, contrast, Outcome.INCONCLUSIVE, both + ", which leaves it open too");
  }

  private static Verdict verdict(
      Claim claim, PageSizeContrast contrast, Outcome outcome, String why) {
    String here =
        "%s to %s: + %s on 4 KiB pages, + %s on 2 MiB pages"
            .formatted(
                Units.bytes(contrast.fromBytes()),
                Units.bytes(contrast.toBytes()),
                Intervals.time(contrast.riseNs()),
                Intervals.time(contrast.hugeRiseNs()));
    return new Verdict(claim.id(), outcome, claim.published(), here, why);
  }
}
