package org.switchlab.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.switchlab.claim.Curves.QUIET;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.plan.Point;
import org.switchlab.sample.SwitchWork;
import org.switchlab.sample.SwitchWork.SystemCalls;
import org.switchlab.sample.Variant;

/** The claims on user-level switches: Fig. 5, and Fig. 5 beside Fig. 3. */
class UserChecksTest {

  private static Verdict of(Outcome outcome, Verdict verdict) {
    assertThat(verdict.outcome()).as(verdict.why()).isEqualTo(outcome);
    return verdict;
  }

  private static CostEstimate direct(String subject, double costUs, double noise) {
    return point(Point.direct(subject), costUs, noise, Curves.PASSES);
  }

  private static Evidence direct(double userUs, double kernelUs, double noise) {
    return evidence(List.of(direct("gthread", userUs, noise)))
        .beside(List.of(direct("pipe-pair", kernelUs, noise)));
  }

  private static SwitchWork work(long systemCalls, Long userInstructions) {
    return new SwitchWork(
        new SystemCalls(Variant.SINGLE, 100, 0, Map.of(), userInstructions),
        new SystemCalls(Variant.PAIR, 100, systemCalls, Map.of(), userInstructions));
  }

  @ParameterizedTest
  @CsvSource({
    "1.18, .62, .01, CONFIRMED",
    ".45, .62, .01, REFUTED",
    ".62, .62, .2, INCONCLUSIVE",
    ".62, .62, .001, REFUTED"
  })
  void theOrderOfTheTwoDirectCostsDecides(
      double userUs, double kernelUs, double noise, Outcome outcome) {
    of(outcome, judge("CS-2", direct(userUs, kernelUs, noise)));
  }

  @Test
  void itSaysByHowMuchAndWhatEachAsksOfTheKernel() {
    Evidence evidence =
        direct(.45, .9, QUIET)
            .executing(Map.of("gthread", work(600, null), "pipe-pair", work(400, null)));
    Verdict verdict = judge("CS-2", evidence);
    assertThat(verdict.here()).contains("0.450 µs [", "at user level, 0.900 µs [", "kernel level");
    assertThat(verdict.why())
        .contains("0.500 times", "User-level less kernel-level cost: -0.450 µs")
        .contains("makes 3 system calls a switch, the pipe 2");
    assertThat(judge("CS-2", direct(.45, .9, QUIET)).why()).contains("were not counted");
  }

  @Test
  void withoutBothDirectCostsThereIsNoOrder() {
    Verdict alone = judge("CS-2", evidence(List.of(direct("gthread", 1, QUIET))));
    assertThat(of(NOT_MEASURABLE, alone).why()).contains("stride 0");
  }

  @Test
  void flatIsReadBelowTwiceL1dOnly() {
    of(CONFIRMED, judge("CS-9", evidence(curve(8, QUIET, USER_PEAKED_US))));
    double[] bent = USER_PEAKED_US.clone();
    bent[5] = 1.3;
    Verdict verdict = of(REFUTED, judge("CS-9", evidence(curve(8, QUIET, bent))));
    assertThat(verdict.why()).contains("Cost at 32 KiB less that at 1 KiB: 0.101 µs");
    assertThat(verdict.findings().getFirst().isEquivalence()).isTrue();
    of(INCONCLUSIVE, judge("CS-9", evidence(curve(8, .2, USER_PEAKED_US))));
    of(NOT_MEASURABLE, judge("CS-9", evidence(List.of(point(1024, 8, 1, QUIET)))));
  }

  /** A margin decides what intervals alone left open for ever: 79 ns on 2.2 µs. */
  @Test
  void aFlatCurveIsFoundFlat() {
    double[] flat = new double[11];
    Arrays.fill(flat, 2.2);
    of(CONFIRMED, judge("CS-9", evidence(curve(8, 0.02, flat))));
    of(REFUTED, judge("CS-4", evidence(curve(8, 0.01, flat))));
  }

  @Test
  void thePapersOwnFigureConfirmsItsClaimsTogether() {
    assertThat(judge(evidence(Curves.publishedUser(QUIET)), "CS-9", "CS-10"))
        .allSatisfy(verdict -> of(CONFIRMED, verdict));
  }

  @Test
  void aMaximumAt192KibCountsAsOneAtAnL2Of256Kib() {
    List<CostEstimate> points = new ArrayList<>(curve(128, QUIET, USER_PEAKED_US));
    points.add(point(192 << 10, 128, 5, QUIET));
    Verdict verdict = of(CONFIRMED, judge("CS-10", evidence(points)));
    assertThat(verdict.why()).contains("Cost at 192 KiB above that at", "was not measured there");
  }

  @Test
  void aCurveThatRisesPastL2HasNoMaximumThereAndStride16IsNotToFall() {
    of(REFUTED, judge("CS-10", evidence(curve(64, QUIET, USER_RISING_US))));
    List<CostEstimate> points = new ArrayList<>(curve(64, QUIET, USER_PEAKED_US));
    of(CONFIRMED, judge("CS-10", evidence(points)));
    double[] falling = USER_PEAKED_US.clone();
    falling[7] = 3;
    points.addAll(curve(16, QUIET, falling));
    assertThat(of(REFUTED, judge("CS-10", evidence(points))).why())
        .containsIgnoringCase("rise of stride 16 B around L2: -");
  }

  @Test
  void afterThePeakTheCostMustSettleNearTheFlatPart() {
    double[] high = USER_PEAKED_US.clone();
    high[9] = 2.6;
    high[10] = 2.5;
    Verdict verdict = of(REFUTED, judge("CS-10", evidence(curve(64, QUIET, high))));
    assertThat(verdict.findings()).extracting(Finding::outcome).containsExactly(CONFIRMED, REFUTED);
  }

  @Test
  void aGridThatEndsAtL2CannotShowAFall() {
    double[] cut = Arrays.copyOf(USER_PEAKED_US, 9);
    of(NOT_MEASURABLE, judge("CS-10", evidence(curve(64, QUIET, cut))));
  }

  private static Verdict variation(double[] userUs, double userNoise, double[] kernelUs) {
    List<CostEstimate> user = new ArrayList<>();
    for (int i = 0; i < userUs.length; i++) {
      Point at = new Point("gthread", 1024L << i, 64);
      user.add(point(at, userUs[i], userNoise, Curves.PASSES));
    }
    return judge("CS-22", evidence(user).beside(curve(64, QUIET, kernelUs)));
  }

  @Test
  void theUserLevelsCostMustSpanLess() {
    double[] flatter = {1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.3, 1.4, 1.6, 1.5, 1.4};
    Verdict verdict = of(CONFIRMED, variation(flatter, QUIET, Curves.PUBLISHED_US));
    assertThat(verdict.here())
        .matches(
            "kernel-level range 2\\.(29|3\\d) µs .*, user-level range 0\\.(39\\d|40\\d) µs .*");
    of(REFUTED, variation(Curves.PUBLISHED_US, QUIET, flatter));
    assertThat(of(NOT_MEASURABLE, judge("CS-22", evidence(curve(64, QUIET, flatter)))).why())
        .contains("at two sizes");
  }

  /** The highest of noisy costs is too high: a flat curve must not seem to vary more for it. */
  @Test
  void noiseAloneIsNoVariation() {
    Random random = new Random(7);
    double[] flat = new double[11];
    Arrays.fill(flat, 1);
    int said = 0;
    for (int run = 0; run < 100; run++) {
      List<CostEstimate> user = new ArrayList<>();
      List<CostEstimate> kernel = new ArrayList<>();
      for (CostEstimate point : curve(64, 0, flat)) {
        user.add(Curves.noisier(point, 5, random));
        kernel.add(Curves.noisier(point, 100, random));
      }
      if (judge("CS-22", evidence(user).beside(kernel)).outcome() == CONFIRMED) {
        said++;
      }
    }
    assertThat(said).isLessThanOrEqualTo(5);
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
