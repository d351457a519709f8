package org.switchlab.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.switchlab.claim.Curves.USER_PEAKED_US;
import static org.switchlab.claim.Curves.USER_RISING_US;
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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.plan.Point;
import org.switchlab.sample.SwitchWork;
import org.switchlab.sample.SwitchWork.SystemCalls;
import org.switchlab.sample.Variant;
import org.switchlab.table.Estimate;

/** The claims on user-level switches: Fig. 5. */
class UserChecksTest {

  private static CostEstimate direct(String subject, double costUs, double halfUs) {
    var cost = new Estimate(costUs * 1e3, (costUs - halfUs) * 1e3, (costUs + halfUs) * 1e3, 0.95);
    return Curves.estimate(Point.direct(subject), cost, 100, 0);
  }

  private static Evidence direct(double userUs, double kernelUs, double halfUs) {
    return evidence(List.of(direct("gthread", userUs, halfUs)))
        .beside(List.of(direct("pipe-pair", kernelUs, halfUs)));
  }

  private static SwitchWork work(long systemCalls, Long userInstructions) {
    return new SwitchWork(
        new SystemCalls(Variant.SINGLE, 100, 0, Map.of(), userInstructions),
        new SystemCalls(Variant.PAIR, 100, systemCalls, Map.of(), userInstructions));
  }

  @ParameterizedTest
  @CsvSource({"1.18, .62, CONFIRMED", ".45, .62, REFUTED", ".62, .62, INCONCLUSIVE"})
  void theOrderOfTheTwoDirectCostsDecides(double userUs, double kernelUs, Outcome outcome) {
    assertThat(judge("CS-2", direct(userUs, kernelUs, .01)).outcome()).isEqualTo(outcome);
  }

  @Test
  void itSaysByHowMuchAndWhatEachAsksOfTheKernel() {
    Evidence evidence =
        direct(.45, .9, .01)
            .executing(Map.of("gthread", work(600, null), "pipe-pair", work(400, null)));
    Verdict verdict = judge("CS-2", evidence);
    assertThat(verdict.here())
        .isEqualTo(
            "0.450 µs [0.440, 0.460] at user level, 0.900 µs [0.890, 0.910] at kernel level");
    assertThat(verdict.why()).contains("0.500 times", "makes 3 system calls a switch, the pipe 2");
    assertThat(judge("CS-2", direct(.45, .9, .01)).why()).contains("were not counted");
  }

  @Test
  void withoutBothDirectCostsThereIsNoOrder() {
    Verdict alone = judge("CS-2", evidence(List.of(direct("gthread", 1, .01))));
    assertThat(alone.outcome()).isEqualTo(NOT_MEASURABLE);
    assertThat(alone.why()).contains("stride 0");
  }

  @Test
  void flatIsReadBelowTwiceL1dOnly() {
    assertThat(judge("CS-9", evidence(curve(8, .01, USER_PEAKED_US))).outcome())
        .isEqualTo(CONFIRMED);
    double[] bent = USER_PEAKED_US.clone();
    bent[5] = 1.6;
    Verdict verdict = judge("CS-9", evidence(curve(8, .01, bent)));
    assertThat(verdict.outcome()).isEqualTo(REFUTED);
    assertThat(verdict.here()).contains("1.60 µs [1.59, 1.61] at 32 KiB");
    assertThat(judge("CS-9", evidence(curve(8, .2, USER_PEAKED_US))).outcome())
        .isEqualTo(INCONCLUSIVE);
    assertThat(judge("CS-9", evidence(List.of(point(1024, 8, 1, .01)))).outcome())
        .isEqualTo(NOT_MEASURABLE);
  }

  @Test
  void thePapersOwnFigureConfirmsItsClaims() {
    List<CostEstimate> figure = Curves.publishedUser(.01);
    assertThat(judge("CS-9", evidence(figure)).outcome()).isEqualTo(CONFIRMED);
    assertThat(judge("CS-10", evidence(figure)).outcome()).isEqualTo(CONFIRMED);
  }

  @Test
  void aMaximumAt192KibCountsAsOneAtAnL2Of256Kib() {
    List<CostEstimate> points = new ArrayList<>(curve(128, .01, USER_PEAKED_US));
    points.add(point(192 << 10, 128, 5, .01));
    Verdict verdict = judge("CS-10", evidence(points));
    assertThat(verdict.outcome()).isEqualTo(CONFIRMED);
    assertThat(verdict.here()).contains("5.00 µs [4.99, 5.01] at 192 KiB");
  }

  @Test
  void aCurveThatRisesPastL2HasNoMaximumThereAndStride16IsNotToFall() {
    assertThat(judge("CS-10", evidence(curve(64, .01, USER_RISING_US))).outcome())
        .isEqualTo(REFUTED);
    assertThat(judge("CS-10", evidence(curve(16, .01, USER_PEAKED_US))).outcome())
        .isEqualTo(REFUTED);
  }

  @Test
  void aGridThatEndsAtL2CannotShowAFall() {
    double[] cut = java.util.Arrays.copyOf(USER_PEAKED_US, 9);
    assertThat(judge("CS-10", evidence(curve(64, .01, cut))).outcome()).isEqualTo(NOT_MEASURABLE);
  }

  @Test
  void neitherListMayMixSubjects() {
    List<CostEstimate> mixed = List.of(direct("gthread", 1, .1), direct("pipe-pair", 1, .1));
    assertThatIllegalArgumentException().isThrownBy(() -> evidence(mixed));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evidence(List.of()).beside(mixed))
        .withMessageContaining("one subject");
  }
}
