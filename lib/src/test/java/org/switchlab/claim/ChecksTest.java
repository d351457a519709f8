package org.switchlab.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.switchlab.claim.Curves.PUBLISHED_US;
import static org.switchlab.claim.Curves.RISING_US;
import static org.switchlab.claim.Curves.curve;
import static org.switchlab.claim.Curves.evidence;
import static org.switchlab.claim.Curves.judge;
import static org.switchlab.claim.Curves.point;
import static org.switchlab.claim.Outcome.CONFIRMED;
import static org.switchlab.claim.Outcome.INCONCLUSIVE;
import static org.switchlab.claim.Outcome.NOT_MEASURABLE;
import static org.switchlab.claim.Outcome.REFUTED;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.plan.Point;
import org.switchlab.table.Estimate;

class ChecksTest {

  /** The same curve at half the machine: every cache is one grid step smaller than the peaks. */
  private static final double[] FLAT_THEN_STEEP = {1, 1, 1, 1, 1, 1, 1.1, 1.2, 1.3, 30, 100};

  @ParameterizedTest
  @CsvSource({"0.62, .01, CONFIRMED", "1.2, .01, CONFIRMED", "1.24, .05, INCONCLUSIVE"})
  void directCostIsComparedWithinAFactorOfTwo(double us, double halfUs, Outcome outcome) {
    assertThat(judge("CS-1", evidence(List.of(point(0, 0, us, halfUs)))).outcome())
        .isEqualTo(outcome);
  }

  @Test
  void directCostFourTimesThePublishedIsRefutedAndSaysHowFarOff() {
    Verdict verdict = judge("CS-1", evidence(List.of(point(0, 0, 2.6, .02))));
    assertThat(verdict.outcome()).isEqualTo(REFUTED);
    assertThat(verdict.here()).isEqualTo("2.60 µs [2.58, 2.62]");
    assertThat(verdict.why()).contains("0.310 µs to 1.24 µs", "4.19 times");
  }

  @Test
  void withoutTheDirectPointItsCostIsNotMeasurable() {
    Verdict verdict = judge("CS-1", evidence(curve(8, .01, PUBLISHED_US)));
    assertThat(verdict.outcome()).isEqualTo(NOT_MEASURABLE);
    assertThat(verdict.why()).contains("stride 0");
  }

  @ParameterizedTest
  @CsvSource({"CS-1", "CS-3", "CS-4", "CS-5", "CS-6", "CS-21"})
  void thePapersOwnFigureConfirmsItsClaims(String id) {
    assertThat(judge(id, evidence(Curves.published(.01))).outcome()).isEqualTo(CONFIRMED);
  }

  @ParameterizedTest
  @CsvSource({"CS-1", "CS-3", "CS-4", "CS-5", "CS-6"})
  void intervalsWiderThanTheFigureDecideNothing(String id) {
    Verdict verdict = judge(id, evidence(Curves.published(10)));
    assertThat(verdict.outcome()).isEqualTo(INCONCLUSIVE);
    assertThat(verdict.why()).contains("20.0 µs", "precision");
  }

  @ParameterizedTest
  @CsvSource({"CS-3", "CS-4", "CS-5"})
  void aCurveThatOnlyRisesHasNeitherPeak(String id) {
    double[] rising = {1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2};
    List<CostEstimate> points = new ArrayList<>(curve(64, .01, rising));
    points.addAll(curve(8, .01, rising));
    assertThat(judge(id, evidence(points)).outcome()).isEqualTo(REFUTED);
  }

  @Test
  void aPeakOneGridStepOffIsToleratedAndTwoAreNot() {
    List<CostEstimate> points = curve(8, .01, PUBLISHED_US);
    Verdict near = judge("CS-3", evidence(points, 64 << 10, 1 << 20));
    assertThat(near.outcome()).isEqualTo(CONFIRMED);
    assertThat(near.why()).contains("fits it is 64 KiB", "peaks at 32 KiB");
    List<CostEstimate> single = curve(8, .01, .7, .75, .8, .9, 1.1, 1.5, 1.2, 1.1, 1, .9, .8);
    assertThat(judge("CS-3", evidence(single, 128 << 10, 1 << 20)).outcome()).isEqualTo(REFUTED);
  }

  @Test
  void anL1dThatIsNoPowerOfTwoIsReadAtTheLargestSizeThatFits() {
    List<CostEstimate> points = curve(8, .01, PUBLISHED_US);
    assertThat(judge("CS-4", evidence(points, 48 << 10, 1 << 20)).why())
        .contains("32 KiB, which fits");
    points.add(point(48 << 10, 8, 1.6, .01));
    Verdict verdict = judge("CS-3", evidence(points, 48 << 10, 1 << 20));
    assertThat(verdict.outcome()).isEqualTo(CONFIRMED);
    assertThat(verdict.here()).startsWith("1.60 µs [1.59, 1.61] at 48 KiB, 1.20 µs");
  }

  @Test
  void oneStrideAgainstAShapeRefutesItAndIsNamed() {
    List<CostEstimate> points = new ArrayList<>(curve(8, .01, PUBLISHED_US));
    points.addAll(curve(64, .01, FLAT_THEN_STEEP));
    Verdict verdict = judge("CS-4", evidence(points));
    assertThat(verdict.outcome()).isEqualTo(REFUTED);
    assertThat(verdict.why()).contains("confirmed at 8 B; refuted at 64 B");
  }

  @Test
  void stillRisingAtTheEndOfTheGridIsNoMaximum() {
    List<CostEstimate> points = new ArrayList<>(curve(8, .01, FLAT_THEN_STEEP));
    points.addAll(curve(64, .01, FLAT_THEN_STEEP));
    assertThat(judge("CS-5", evidence(points, 32 << 10, 512 << 10)).outcome()).isEqualTo(REFUTED);
  }

  @Test
  void theCacheLineStrideMustBeTheHighestAtL2() {
    List<CostEstimate> points = new ArrayList<>(curve(64, .01, PUBLISHED_US));
    assertThat(judge("CS-5", evidence(points)).outcome()).isEqualTo(NOT_MEASURABLE);
    double[] higher = PUBLISHED_US.clone();
    higher[8] = 4;
    points.addAll(curve(128, .01, higher));
    Verdict verdict = judge("CS-5", evidence(points));
    assertThat(verdict.outcome()).isEqualTo(REFUTED);
    assertThat(verdict.here()).contains("(stride 64 B), but").endsWith("(stride 128 B)");
    assertThat(verdict.why()).startsWith("Stride 128 B costs more than stride 64 B");
  }

  @Test
  void pastL2SmallStridesMustRiseAndLargeOnesStayLow() {
    List<CostEstimate> points = new ArrayList<>(curve(8, .01, RISING_US));
    points.addAll(curve(64, .01, RISING_US));
    Verdict verdict = judge("CS-6", evidence(points));
    assertThat(verdict.outcome()).isEqualTo(REFUTED);
    assertThat(verdict.why()).contains("confirmed at 8 B; refuted at 64 B");
  }

  @Test
  void oneSizePastL2CannotShowThatTheCostStays() {
    List<CostEstimate> points = new ArrayList<>(Curves.published(.01));
    points.removeIf(p -> p.point().arrayBytes() > 512 << 10);
    Verdict verdict = judge("CS-6", evidence(points));
    assertThat(verdict.outcome()).isEqualTo(NOT_MEASURABLE);
    assertThat(verdict.why()).contains("four times L2");
  }

  @Test
  void switchesAreJudgedByTheShareOfRejectedCouples() {
    assertThat(switches(1000, 0).outcome()).isEqualTo(CONFIRMED);
    assertThat(switches(900, 100).outcome()).isEqualTo(REFUTED);
    assertThat(switches(950, 50).outcome()).isEqualTo(INCONCLUSIVE);
    assertThat(switches(10, 0).outcome()).as("ten couples are too few").isEqualTo(INCONCLUSIVE);
    assertThat(switches(0, 0).outcome()).isEqualTo(NOT_MEASURABLE);
    assertThat(switches(0, 50).outcome()).isEqualTo(REFUTED);
  }

  private static Verdict switches(int batches, int rejected) {
    Estimate cost = new Estimate(1000, 990, 1010, 0.95);
    return judge(
        "CS-21",
        evidence(List.of(Curves.estimate(Point.direct("pipe-pair"), cost, batches, rejected))));
  }

  @ParameterizedTest
  @CsvSource({"CS-3", "CS-4", "CS-5", "CS-6"})
  void anUnknownCacheOrNoArrayIsNotMeasurableAndSaysWhy(String id) {
    Evidence blind =
        new Evidence(
            Curves.published(.01),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            "measured");
    assertThat(judge(id, blind).outcome()).isEqualTo(NOT_MEASURABLE);
    assertThat(judge(id, blind).why()).contains("not known");
    assertThat(judge(id, evidence(List.of())).outcome()).isEqualTo(NOT_MEASURABLE);
  }

  @Test
  void numbersThatWereNotMeasuredSaySo() {
    Evidence recorded =
        new Evidence(
            Curves.published(.01),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            "recorded");
    assertThat(judge("CS-1", recorded).here()).endsWith("(recorded)");
  }

  @Test
  void unknownChecksAndMixedSubjectsAreRefusedWithTheRepair() {
    assertThatThrownBy(() -> Checks.ofCosts("peak"))
        .hasMessageContaining("peak")
        .hasMessageContaining("peak-at-l1d");
    List<CostEstimate> mixed =
        List.of(
            point(0, 0, 1, .01),
            Curves.estimate(Point.direct("gthread"), new Estimate(1, 0, 2, 0.95), 1, 0));
    assertThatThrownBy(() -> evidence(mixed)).hasMessageContaining("one subject");
  }
}
