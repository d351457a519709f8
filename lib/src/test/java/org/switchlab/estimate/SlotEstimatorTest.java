package org.switchlab.estimate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.switchlab.plan.Effort.Estimator.TYPICAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Slot;
import org.switchlab.sample.SlotVisit;
import org.switchlab.table.Rows;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

class SlotEstimatorTest {

  private static final Setting DIRECT = TestCosts.DIRECT;
  private static final Plan PLAN = TestCosts.plan(TYPICAL);

  /** A slot of a machine that is slowed by a factor, with a walk of 1 µs that a switch adds to. */
  private static Slot slot(int index, double slowdown, double directNs, double indirectNs) {
    return slot(index, slowdown, directNs, indirectNs, 600);
  }

  private static Slot slot(
      int index, double slowdown, double directNs, double indirectNs, long switches) {
    return new Slot(
        index,
        4,
        300,
        500 * slowdown,
        510 * slowdown,
        (500 + directNs) * slowdown,
        (600 + directNs) * slowdown,
        1_000,
        1_010,
        1_000 + indirectNs,
        1_030 + indirectNs,
        600,
        switches,
        0,
        false);
  }

  private static SlotVisit visit(int pass, Slot... slots) {
    return new SlotVisit(DIRECT, pass, List.of(slots));
  }

  private static CostEstimate estimate(SlotVisit... visits) {
    return new SlotEstimator(PLAN, List.of(visits)).estimate(DIRECT, Stop.BUDGET);
  }

  @Test
  void aCostIsTheSumOfItsPartsAndTheMeanStandsBeside() {
    CostEstimate found =
        estimate(
            visit(0, slot(0, 1, 1_800, 90), slot(1, 1, 1_820, 110)),
            visit(1, slot(0, 1, 1_810, 100)),
            visit(2, slot(0, 1, 1_815, 105)));
    double beyondNs = (80 + 100 + 90 + 95) / 4.0;
    assertThat(found.passes().getFirst())
        .isEqualTo(new PassCost(0, 1_910, 1_810 + beyondNs + 120, 1_810.0, 100.0));
    assertThat(requireNonNull(found.directNs()).value()).isCloseTo(1_811.67, within(0.01));
    assertThat(requireNonNull(found.indirectNs()).value()).isCloseTo(101.67, within(0.01));
    assertThat(requireNonNull(found.switchCostNs()).value()).isCloseTo(1_913.33, within(0.01));
    assertThat(found.singleNs()).isEqualTo(1_500);
    assertThat(found.roundTripNs()).isCloseTo(2 * (500 + 1_812.5 + 1_102.5), within(0.01));
  }

  @Test
  void twoPassesGiveNoIntervalButAreKept() {
    CostEstimate found = estimate(visit(0, slot(0, 1, 1_800, 0)), visit(1, slot(0, 1, 1_810, 0)));
    assertThat(found.switchCostNs()).isNull();
    assertThat(found.directNs()).isNull();
    assertThat(found.passCostsNs()).containsExactly(1_800.0, 1_810.0);
  }

  @Test
  void rejectedSlotsAreLeftOutButTheirSwitchesAreCounted() {
    CostEstimate found =
        estimate(visit(0, slot(0, 1, 1_800, 0), slot(1, 1, 900, 0, 300)), visit(1));
    assertThat(found.passCostsNs()).containsExactly(1_800.0);
    assertThat(found.samples()).isEqualTo(1);
    assertThat(found.rejected()).isEqualTo(1);
    assertThat(found.switchesExpected()).isEqualTo(1_200);
    assertThat(found.switchesCounted()).isEqualTo(900);
  }

  @Test
  void whatIsQuietIsLeftAsItIsAndWhatIsDisturbedIsCarriedDown() {
    List<SlotVisit> visits = new ArrayList<>();
    for (int pass = 0; pass < 10; pass++) {
      double slowdown = pass % 2 == 0 ? 1 : 1.4;
      visits.add(visit(pass, slot(0, slowdown, 1_800 + pass, 0), slot(1, slowdown, 1_800, 0)));
    }
    CostEstimate found = estimate(visits.toArray(SlotVisit[]::new));
    assertThat(requireNonNull(found.directNs()).value()).isCloseTo(1_802, within(5.0));
    assertThat(requireNonNull(found.directNs()).high()).isLessThan(1_850);
    assertThat(requireNonNull(found.meanCostNs()).value()).isGreaterThan(2_100);
  }

  /** What met one setting by chance says how much all settings are disturbed on average. */
  @Test
  void whatCameBetweenIsSharedByAllSettings() {
    Setting other = Setting.of("arrayBytes", 8_192L);
    List<SlotVisit> visits = new ArrayList<>();
    for (int pass = 0; pass < 20; pass++) {
      visits.add(visit(pass, slot(0, 1, 1_800, 0)));
      visits.add(new SlotVisit(other, pass, List.of(slot(0, 1, pass == 7 ? 5_800 : 1_800, 0))));
    }
    var estimator = new SlotEstimator(PLAN, visits);
    double sharedNs = 1_800 + 90 + 20 + 4_000 / 40.0;
    for (Setting setting : List.of(DIRECT, other)) {
      CostEstimate found = estimator.estimate(setting, Stop.BUDGET);
      assertThat(requireNonNull(found.meanCostNs()).value()).isCloseTo(sharedNs, within(0.01));
      assertThat(requireNonNull(found.switchCostNs()).value()).isCloseTo(1_800, within(0.01));
    }
  }

  /** The state that few saw is uncertain, and the interval of all must know it. */
  @Test
  void whatTheOthersWereCorrectedByIsUncertainToo() {
    List<SlotVisit> visits = new ArrayList<>();
    for (int pass = 0; pass < 12; pass++) {
      double slowdown = pass < 8 ? 1 : 1.4;
      double own = pass < 8 ? 15 * (pass - 3.5) : 0;
      visits.add(visit(pass, slot(0, slowdown, 1_800 + own, 0), slot(1, slowdown, 1_800 + own, 0)));
    }
    CostEstimate quietAlone = estimate(visits.subList(0, 8).toArray(SlotVisit[]::new));
    CostEstimate all = estimate(visits.toArray(SlotVisit[]::new));
    assertThat(halfWidthNs(all)).isGreaterThan(0.8 * halfWidthNs(quietAlone));
  }

  private static double halfWidthNs(CostEstimate estimate) {
    return (estimate.directNs().high() - estimate.directNs().low()) / 2;
  }

  @Test
  void anArrayThatWasNeverQuietLearnsTheFloorFromLargerOnes() {
    Setting small = Setting.of("arrayBytes", 8_192L);
    Setting large = Setting.of("arrayBytes", 65_536L);
    List<SlotVisit> visits = new ArrayList<>();
    for (int pass = 0; pass < 6; pass++) {
      visits.add(new SlotVisit(small, pass, List.of(slot(0, 1.4, 1_800, 0))));
      visits.add(new SlotVisit(large, pass, List.of(slot(0, pass % 2 == 0 ? 1 : 1.4, 1_800, 0))));
    }
    var estimator = new SlotEstimator(PLAN, visits);
    CostEstimate found = estimator.estimate(small, Stop.BUDGET);
    assertThat(requireNonNull(found.directNs()).value()).isCloseTo(1_800, within(20.0));
  }

  @Test
  void theStateIsATableOfTheRun() {
    List<Observation> observations = new ArrayList<>();
    for (int pass = 0; pass < 4; pass++) {
      observations.add(slot(0, pass == 3 ? 1.4 : 1, 1_800, 0).observation(DIRECT, pass, 7));
    }
    List<Rows> tables = new CostAnalysis().tables(PLAN, observations, Map.of());
    Rows state = tables.getLast();
    assertThat(state.title()).isEqualTo("state");
    assertThat(state.rows()).hasSize(1);
    assertThat(state.rows().getFirst().number("quietShare")).hasValue(0.75);
    assertThat(state.rows().getFirst().number("messageFloorNs").orElseThrow())
        .isCloseTo(500, within(1.0));
    assertThat(CostTable.read(PLAN, tables.get(0), tables.get(1)).getFirst().passes())
        .allSatisfy(pass -> assertThat(pass.directNs()).isNotNull());
  }

  /** Who has the same priority runs between the two sides at each switch: the message is none. */
  @Test
  void somebodyBetweenTheSwitchesIsADisturbanceThatIsNotCorrected() {
    List<Observation> observations = new ArrayList<>();
    for (int pass = 0; pass < 10; pass++) {
      double directNs = pass < 4 ? 1_800 : 36_000;
      observations.add(slot(0, 1, directNs, 0).observation(DIRECT, pass, 7));
    }
    List<Rows> tables = new CostAnalysis().tables(PLAN, observations, Map.of());
    assertThat(tables.getLast().rows().getFirst().number("quietShare")).hasValue(0.4);
    assertThat(CostTable.read(PLAN, tables.get(0), tables.get(1)).getFirst().passCostsNs())
        .containsExactly(
            1_800.0, 1_800.0, 1_800.0, 1_800.0, 36_000.0, 36_000.0, 36_000.0, 36_000.0, 36_000.0,
            36_000.0);
    assertThat(CostDoubts.ofState(tables.getLast()))
        .extracting(Warning::code)
        .containsExactly(WarningCode.MOSTLY_DISTURBED);
  }
}
