package org.switchlab.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.switchlab.claim.Curves.PUBLISHED_US;
import static org.switchlab.claim.Curves.QUIET;
import static org.switchlab.claim.Curves.RISING_US;
import static org.switchlab.claim.Curves.curve;
import static org.switchlab.claim.Curves.evidence;
import static org.switchlab.claim.Curves.judge;
import static org.switchlab.claim.Curves.point;
import static org.switchlab.claim.Outcome.COMPARED;
import static org.switchlab.claim.Outcome.CONFIRMED;
import static org.switchlab.claim.Outcome.INCONCLUSIVE;
import static org.switchlab.claim.Outcome.NOT_MEASURABLE;
import static org.switchlab.claim.Outcome.REFUTED;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.plan.Point;

/** The claims on kernel-level switches: Fig. 3. */
class ChecksTest {

  private static final double[] ONLY_RISING_US = {
    1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2
  };

  private static final double[] FLAT_THEN_STEEP_US = {1, 1, 1, 1, 1, 1, 1.1, 1.2, 1.3, 30, 100};

  private static Verdict of(Outcome outcome, Verdict verdict) {
    assertThat(verdict.outcome()).as(verdict.why()).isEqualTo(outcome);
    return verdict;
  }

  /** A machine on which the direct cost is four times 2019's is no evidence against anybody. */
  @ParameterizedTest
  @CsvSource({"0.3", "0.62", "2.6", "20"})
  void aNumberOfOneMachineIsComparedAndNeverRefuted(double us) {
    Verdict verdict = of(COMPARED, judge("CS-1", evidence(List.of(point(0, 0, us, QUIET)))));
    assertThat(verdict.why()).contains("times the published time", "one message without a switch");
  }

  @Test
  void theDirectCostIsSetAgainstTheClockWhereThatIsKnown() {
    var geometry =
        new Evidence.Geometry(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalDouble.of(3000));
    Verdict verdict =
        judge("CS-1", new Evidence(List.of(point(0, 0, 1.24, QUIET)), geometry, "recorded"));
    assertThat(verdict.here()).startsWith("1.24 µs [1.2").endsWith("(recorded)");
    assertThat(verdict.why())
        .contains("2.00 times the published", "3700 clock cycles at 3.00 GHz", "1300 at 2.1 GHz");
  }

  @Test
  void withoutTheDirectPointItsCostIsNotMeasurable() {
    Verdict verdict = judge("CS-1", evidence(curve(8, QUIET, PUBLISHED_US)));
    assertThat(of(NOT_MEASURABLE, verdict).why()).contains("stride 0");
  }

  @Test
  void thePapersOwnFigureConfirmsAllItsClaimsTogether() {
    Evidence paper = evidence(Curves.published(QUIET));
    assertThat(judge(paper, "CS-3", "CS-4", "CS-5", "CS-6", "CS-21"))
        .allSatisfy(verdict -> of(CONFIRMED, verdict));
  }

  @ParameterizedTest
  @CsvSource({"CS-3", "CS-4", "CS-5", "CS-6"})
  void noiseThatDrownsTheFigureDecidesNothingAndSaysWhatWould(String id) {
    Verdict verdict = of(INCONCLUSIVE, judge(id, evidence(Curves.published(3))));
    assertThat(verdict.why()).containsAnyOf("would probably tell", "would hardly tell");
  }

  @ParameterizedTest
  @CsvSource({"CS-3", "CS-4", "CS-5", "CS-6"})
  void withTwoPassesThereIsNoVerdict(String id) {
    List<CostEstimate> two =
        Curves.published(QUIET).stream()
            .map(p -> Curves.measured(p.point(), p.passCostsNs().get(0), p.passCostsNs().get(1)))
            .toList();
    assertThat(of(INCONCLUSIVE, judge(id, evidence(two))).why())
        .contains("2 passes measured all that is compared, and fewer than 3 decide nothing");
  }

  @ParameterizedTest
  @CsvSource({"CS-3", "CS-4", "CS-5"})
  void aCurveThatOnlyRisesHasNeitherPeak(String id) {
    List<CostEstimate> points = new ArrayList<>(curve(64, QUIET, ONLY_RISING_US));
    points.addAll(curve(128, QUIET, ONLY_RISING_US));
    of(REFUTED, judge(id, evidence(points)));
  }

  @Test
  void aPeakAtTwiceL1dConfirmsNeitherThePeakAtL1dNorTheFallPastIt() {
    List<CostEstimate> points = curve(8, QUIET, .7, .75, .8, .9, 1.1, 1.3, 1.5, 1.2, 1.1, 1, .9);
    Evidence evidence = evidence(points);
    Verdict peak = of(REFUTED, judge("CS-3", evidence));
    of(REFUTED, judge("CS-4", evidence));
    assertThat(peak.why()).contains("fall from 32 KiB to 64 KiB: -0.200 µs", ": refuted");
  }

  @Test
  void anL1dThatIsNoPowerOfTwoIsReadAtItsOwnSize() {
    List<CostEstimate> points = curve(8, QUIET, PUBLISHED_US);
    points.add(point(48 << 10, 8, 1.6, QUIET));
    Verdict verdict = of(CONFIRMED, judge("CS-3", evidence(points, 48 << 10, 1 << 20)));
    assertThat(verdict.here()).contains("1.10 µs", "at 16 KiB, 1.60 µs", "at 48 KiB, 1.20 µs");
  }

  @Test
  void severalStridesAreOneCurveOfWhichNoStrideAloneDecides() {
    List<CostEstimate> points = new ArrayList<>();
    for (long stride : Curves.STRIDES) {
      points.addAll(curve(stride, QUIET, stride == 8 ? RISING_US : PUBLISHED_US));
    }
    double[] against = PUBLISHED_US.clone();
    against[6] = 1.52;
    points.removeIf(p -> p.point().strideBytes() == 256);
    points.addAll(curve(256, QUIET, against));
    Verdict verdict = of(CONFIRMED, judge("CS-4", evidence(points)));
    assertThat(verdict.why()).contains("mean of 6 strides (8, 16, 32, 64, 128, 256 B)");
  }

  /** Two intervals that overlap may still differ surely, because passes share their moment. */
  @Test
  void whatDisturbsAWholePassDoesNotBlurADifferenceWithinIt() {
    double[] weather = {0, 400, 50, 900, 200, 650, 100, 1200, 300, 800};
    double[] before = new double[weather.length];
    double[] after = new double[weather.length];
    for (int i = 0; i < weather.length; i++) {
      before[i] = 1500 + weather[i] + i % 3;
      after[i] = 1380 + weather[i] + (i + 1) % 3;
    }
    List<CostEstimate> points =
        List.of(
            Curves.measured(new Point("pipe-pair", 32 << 10, 8), before),
            Curves.measured(new Point("pipe-pair", 64 << 10, 8), after));
    assertThat(points.getFirst().switchCostNs().low())
        .isLessThan(points.getLast().switchCostNs().high());
    of(CONFIRMED, judge("CS-4", evidence(points)));
  }

  /** One disturbed pass of ten wrecks a plain mean; the trimmed one leaves it out. */
  @Test
  void onePassInWhichAllWentWrongDecidesNothing() {
    List<CostEstimate> points =
        Curves.published(QUIET).stream()
            .map(
                p -> {
                  double[] costs =
                      p.passCostsNs().stream().mapToDouble(Double::doubleValue).toArray();
                  costs[3] = p.point().arrayBytes() == 64 << 10 ? 90_000 : costs[3];
                  return Curves.measured(p.point(), costs);
                })
            .toList();
    of(CONFIRMED, judge("CS-4", evidence(points)));
  }

  @Test
  void aStepOfHalfAHundredthDoesNotCount() {
    double[] barely = PUBLISHED_US.clone();
    barely[6] = 1.4925;
    of(REFUTED, judge("CS-4", evidence(curve(8, 0.001, barely))));
    barely[6] = 1.47;
    of(CONFIRMED, judge("CS-4", evidence(curve(8, 0.001, barely))));
  }

  @Test
  void stillRisingAtTheEndOfTheGridIsNoMaximum() {
    List<CostEstimate> points = new ArrayList<>(curve(32, QUIET, FLAT_THEN_STEEP_US));
    points.addAll(curve(64, QUIET, FLAT_THEN_STEEP_US));
    of(REFUTED, judge("CS-5", evidence(points)));
  }

  @Test
  void aHigherPeakAtL1dIsTheGlobalMaximum() {
    double[] high = PUBLISHED_US.clone();
    high[5] = 4;
    List<CostEstimate> points = new ArrayList<>(curve(64, QUIET, high));
    points.addAll(curve(128, QUIET, high));
    assertThat(of(REFUTED, judge("CS-5", evidence(points))).why())
        .contains("Cost at 256 KiB above that at 32 KiB: -1.00 µs");
  }

  @Test
  void theCacheLineStrideMustBeTheHighestAtL2() {
    List<CostEstimate> points = new ArrayList<>(curve(64, QUIET, PUBLISHED_US));
    Verdict alone = of(NOT_MEASURABLE, judge("CS-5", evidence(points)));
    assertThat(alone.why()).contains("needs stride 64 B and another at that size");
    double[] higher = PUBLISHED_US.clone();
    higher[8] = 4;
    points.addAll(curve(128, QUIET, higher));
    assertThat(of(REFUTED, judge("CS-5", evidence(points))).why())
        .contains("stride 64 B above stride 128 B at 256 KiB: -1.00 µs");
  }

  @Test
  void thePeakIsAlsoReadAsTheReachOfTheDtlb() {
    double[] late = {.7, .75, .8, .9, 1.1, 1.5, 1.2, 1.6, 2, 3, 2, 1.8};
    double[] lower = late.clone();
    lower[9] = 2.8;
    List<CostEstimate> points = new ArrayList<>(curve(64, QUIET, late));
    points.addAll(curve(128, QUIET, lower));
    Evidence.Geometry both =
        new Evidence.Geometry(
            OptionalLong.of(32 << 10),
            OptionalLong.of(512 << 10),
            OptionalLong.of(256 << 10),
            OptionalDouble.empty());
    Verdict verdict = of(CONFIRMED, judge("CS-5", new Evidence(points, both, "measured")));
    assertThat(verdict.why())
        .contains("Read as the reach of the dTLB", "a maximum at 256 KiB: refuted");
    assertThat(judge("CS-5", evidence(Curves.published(QUIET))).why())
        .contains("that reading could not be told apart");
  }

  @Test
  void pastL2SmallStridesMustRiseAndLargeOnesStayLow() {
    List<CostEstimate> points = new ArrayList<>(curve(8, QUIET, RISING_US));
    points.addAll(curve(64, QUIET, RISING_US));
    Verdict verdict = of(REFUTED, judge("CS-6", evidence(points)));
    assertThat(verdict.findings()).extracting(Finding::outcome).containsExactly(CONFIRMED, REFUTED);
  }

  @Test
  void aTendencyMayDipOnce() {
    double[] dipping = RISING_US.clone();
    dipping[9] = 2.95;
    List<CostEstimate> points = new ArrayList<>(curve(8, QUIET, dipping));
    points.addAll(curve(64, QUIET, PUBLISHED_US));
    of(CONFIRMED, judge("CS-6", evidence(points)));
  }

  @Test
  void oneSizePastL2CannotShowThatTheCostStays() {
    List<CostEstimate> points = new ArrayList<>(Curves.published(QUIET));
    points.removeIf(p -> p.point().arrayBytes() > 512 << 10);
    assertThat(of(NOT_MEASURABLE, judge("CS-6", evidence(points))).why())
        .contains("at two sizes past it");
  }

  @Test
  void switchesAreJudgedByTheShareOfAllSamplesThatAreOff() {
    of(CONFIRMED, switches(1000, 0, 0));
    of(REFUTED, switches(900, 100, 0));
    of(INCONCLUSIVE, switches(950, 50, 0));
    assertThat(of(INCONCLUSIVE, switches(10, 0, 0)).here()).contains("0 of 10 samples off");
    of(NOT_MEASURABLE, switches(0, 0, 0));
    of(REFUTED, switches(0, 50, 0));
    of(CONFIRMED, switches(12_768, 64, 0));
    assertThat(of(REFUTED, switches(1000, 0, 20_000)).why()).contains("off by 10 %");
  }

  private static Verdict switches(int samples, int rejected, long tooMany) {
    return judge(
        "CS-21",
        evidence(
            List.of(
                Curves.counted(Point.direct("pipe-pair"), List.of(), samples, rejected, tooMany))));
  }

  @ParameterizedTest
  @CsvSource({"CS-3", "CS-4", "CS-5", "CS-6"})
  void anUnknownCacheOrNoArrayIsNotMeasurableAndSaysWhy(String id) {
    var nothing =
        new Evidence.Geometry(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalDouble.empty());
    Evidence blind = new Evidence(Curves.published(QUIET), nothing, "measured");
    assertThat(of(NOT_MEASURABLE, judge(id, blind)).why()).contains("not known");
    of(NOT_MEASURABLE, judge(id, evidence(List.of())));
  }

  @Test
  void everyFindingLiesClearOfItsLineExactlyIfItIsDecided() {
    for (double noise : new double[] {QUIET, 0.05, 0.2, 1}) {
      Evidence evidence = evidence(Curves.published(noise));
      for (Verdict verdict : judge(evidence, "CS-3", "CS-4", "CS-5", "CS-6")) {
        assertThat(verdict.findings()).isNotEmpty();
        for (Finding finding : verdict.findings()) {
          boolean above = finding.contrast().low() > finding.threshold();
          boolean below = finding.contrast().high() < finding.threshold();
          assertThat(finding.outcome())
              .as(finding.toString())
              .isEqualTo(above ? CONFIRMED : below ? REFUTED : INCONCLUSIVE);
        }
      }
    }
  }

  @Test
  void unknownChecksAndMixedSubjectsAreRefusedWithTheRepair() {
    assertThatThrownBy(() -> Checks.ofCosts("peak"))
        .hasMessageContaining("peak")
        .hasMessageContaining("peak-at-l1d");
    List<CostEstimate> mixed =
        List.of(point(0, 0, 1, QUIET), point(Point.direct("gthread"), 1, QUIET, 3));
    assertThatThrownBy(() -> evidence(mixed)).hasMessageContaining("one subject");
  }
}
