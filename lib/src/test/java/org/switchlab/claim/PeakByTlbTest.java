package org.switchlab.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.switchlab.claim.Outcome.INCONCLUSIVE;
import static org.switchlab.claim.Outcome.NOT_MEASURABLE;
import static org.switchlab.claim.Outcome.REFUTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.plan.Layout;
import org.switchlab.plan.Point;
import org.switchlab.table.Estimate;

/** CS-19: what huge pages say of the peak at L2, and what they cannot. */
class PeakByTlbTest {

  private static final Claim CLAIM = Claim.find("CS-19").orElseThrow();

  private static final long[] SIZES_KIB = {64, 128, 256, 384};

  private static Verdict judge(List<CostEstimate> points, Estimate tlbPartNs, boolean granted) {
    Answer answer = PeakByTlb.answer(CLAIM, Curves.evidence(points), tlbPartNs, granted);
    return new Judging(0.05).verdicts(List.of(answer)).getFirst();
  }

  private static List<CostEstimate> points(double[] ordinaryUs, double[] hugeUs, double noise) {
    List<CostEstimate> points = new ArrayList<>();
    for (int i = 0; i < SIZES_KIB.length; i++) {
      points.add(point(i, Point.BASE_PAGE_BYTES, ordinaryUs[i], noise));
      points.add(point(i, Point.HUGE_PAGE_BYTES, hugeUs[i], noise));
    }
    return points;
  }

  private static CostEstimate point(int size, long pageBytes, double costUs, double noise) {
    return point(size, pageBytes, Layout.USUAL, costUs, noise);
  }

  private static CostEstimate point(
      int size, long pageBytes, Layout layout, double costUs, double noise) {
    var at = new Point("pipe-pair", SIZES_KIB[size] << 10, 64, pageBytes, layout);
    return Curves.point(at, costUs, noise, Curves.PASSES);
  }

  /** What is gone on huge pages, and the same where nothing but the TLB tells the pages apart. */
  private static List<CostEstimate> withControl(double[] smallUs, double[] hugeUs) {
    List<CostEstimate> points = points(of(2, 3, 6, 4), of(2, 2.1, 2.4, 2.2), .01);
    for (int i = 0; i < SIZES_KIB.length; i++) {
      points.add(point(i, Point.BASE_PAGE_BYTES, Layout.CONTROLLED, smallUs[i], .01));
      points.add(point(i, Point.HUGE_PAGE_BYTES, Layout.CONTROLLED, hugeUs[i], .01));
    }
    return points;
  }

  private static void is(Outcome outcome, Verdict verdict) {
    assertThat(verdict.outcome()).as(verdict.why()).isEqualTo(outcome);
  }

  @Test
  void aRiseThatRemainsWithoutTheSmallPagesIsNotTheTlbs() {
    Verdict verdict = judge(points(of(2, 3, 6, 4), of(2, 2.8, 5.5, 4), .01), null, true);
    is(REFUTED, verdict);
    assertThat(verdict.here())
        .matches("64 KiB to 256 KiB: \\+ (3\\.9|4\\.0). µs .*4 KiB pages, \\+ 3\\.(4|5). µs .*");
  }

  private static double[] of(double... costsUs) {
    return costsUs;
  }

  /** Page colours and the prefetcher go with the small pages, too. */
  @Test
  void aRiseThatIsGoneIsNotThereforeTheTlbs() {
    var part = new Estimate(3_000, 2_000, 4_000, 0.95);
    Verdict verdict = judge(points(of(2, 3, 6, 4), of(2, 2.1, 2.4, 2.2), .01), part, true);
    is(NOT_MEASURABLE, verdict);
    assertThat(verdict.why())
        .contains("page colour", "prefetcher", "coloured small pages")
        .contains("peak at L1d by L1d misses: nothing takes the L1d's misses away")
        .contains("emulated TLB misses go 3.00 µs [2.00, 4.00]");
    assertThat(verdict.findings()).extracting(Finding::outcome).containsOnly(Outcome.CONFIRMED);
  }

  @Test
  void whatIsGoneWhereOnlyTheTlbDiffersIsTheTlbs() {
    Verdict verdict = judge(withControl(of(2, 3, 6, 4), of(2, 2.1, 2.4, 2.2)), null, true);
    is(NOT_MEASURABLE, verdict);
    assertThat(verdict.why()).doesNotContain("page colour").contains("peak at L1d by L1d misses");
    assertThat(verdict.findings()).hasSize(4);
    assertThat(verdict.findings()).extracting(Finding::outcome).containsOnly(Outcome.CONFIRMED);
    assertThat(verdict.here()).contains("; controlled: 64 KiB to 256 KiB: + ");
  }

  /** Then colours or the prefetcher made the difference, and the claim names neither. */
  @Test
  void whatIsGoneOnlyWithItsColoursIsNotTheTlbs() {
    is(REFUTED, judge(withControl(of(2, 3, 6, 4), of(2, 3, 5.9, 4)), null, true));
  }

  @Test
  void noiseLeavesItOpen() {
    is(INCONCLUSIVE, judge(points(of(2, 3, 6, 4), of(2, 2.5, 4, 3), .3), null, true));
  }

  @Test
  void withoutARiseThereIsNothingToExplain() {
    Verdict verdict = judge(points(of(2, 2, 2, 2), of(2, 2, 2, 2), .001), null, true);
    is(NOT_MEASURABLE, verdict);
    assertThat(verdict.why()).contains("Rise on 4 KiB pages", "refuted");
  }

  /** The dearest of noisy sizes seems to rise, and its noise is not on huge pages. */
  @Test
  void thePlaceOfAPeakThatIsOnlyNoiseIsNotTestedOnTheSameNoise() {
    Random random = new Random(3);
    int risen = 0;
    for (int run = 0; run < 200; run++) {
      List<CostEstimate> noisy =
          points(of(2, 2, 2, 2), of(2, 2, 2, 2), 0).stream()
              .map(point -> Curves.noisier(point, 200, random))
              .toList();
      if (judge(noisy, null, true).findings().getFirst().outcome() == Outcome.CONFIRMED) {
        risen++;
      }
    }
    assertThat(risen).isLessThanOrEqualTo(10);
  }

  @Test
  void withoutHugePagesOrPointsItCannotBeMeasured() {
    List<CostEstimate> points = points(of(2, 3, 6, 4), of(2, 3, 6, 4), .01);
    assertThat(judge(points, null, false).why()).contains("no huge pages");
    is(NOT_MEASURABLE, judge(List.of(), null, true));
    is(NOT_MEASURABLE, judge(points.subList(0, 2), null, true));
  }
}
