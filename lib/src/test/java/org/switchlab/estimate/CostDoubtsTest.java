package org.switchlab.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.switchlab.estimate.TestCosts.DIRECT;
import static org.switchlab.estimate.TestCosts.FLOOR_NS;
import static org.switchlab.estimate.TestCosts.couple;
import static org.switchlab.estimate.TestCosts.plan;
import static org.switchlab.estimate.TestCosts.process;
import static org.switchlab.estimate.TestCosts.quietProcess;
import static org.switchlab.plan.Effort.Estimator.TYPICAL;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Plan;
import org.switchlab.sample.ProcessSample;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

class CostDoubtsTest {

  private static List<WarningCode> codes(Stop stop, ProcessSample... processes) {
    return doubts(stop, processes).stream().map(Warning::code).toList();
  }

  private static List<Warning> doubts(Stop stop, ProcessSample... processes) {
    Plan plan = plan(TYPICAL);
    var estimate = new CostEstimator(plan).estimate(DIRECT, List.of(processes), stop);
    return CostDoubts.of(plan.effort(), List.of(estimate));
  }

  private static ProcessSample[] passes(double... costsNs) {
    return IntStream.range(0, costsNs.length)
        .mapToObj(i -> quietProcess(i, costsNs[i]))
        .toArray(ProcessSample[]::new);
  }

  @Test
  void aCalmPointRaisesNone() {
    assertThat(codes(Stop.PRECISION, passes(1_000, 1_001, 999))).isEmpty();
  }

  @Test
  void aPassUnlikeTheOthersIsTold() {
    assertThat(doubts(Stop.PRECISION, passes(1_000, 1_001, 999, 1_002, 2_000)))
        .singleElement()
        .satisfies(doubt -> assertThat(doubt.code()).isEqualTo(WarningCode.OUTLIER_PROCESS))
        .satisfies(doubt -> assertThat(doubt.message()).startsWith("1 of 5 passes unlike"));
  }

  @Test
  void twoPassesAreTooFew() {
    assertThat(doubts(Stop.PRECISION, passes(1_000, 1_001)))
        .singleElement()
        .satisfies(doubt -> assertThat(doubt.code()).isEqualTo(WarningCode.TOO_FEW_VISITS))
        .extracting(Warning::message)
        .asString()
        .startsWith("1 of 1 setting had fewer than 3 passes: there is no interval");
  }

  @Test
  void rejectionsAreTakenOfAllSamplesAndASpentBudgetIsTold() {
    var first = process(0, List.of(couple(1_000, FLOOR_NS, 7), couple(1_000, FLOOR_NS)));
    assertThat(doubts(Stop.BUDGET, first, quietProcess(1, 1_001), quietProcess(2, 999)))
        .extracting(Warning::message)
        .satisfiesExactly(
            rejected -> assertThat(rejected).startsWith("1 of 4 couples left out"),
            wide -> assertThat(wide).startsWith("1 of 1 setting ended with the budget"));
  }

  /** A default run uses its whole budget, which is no doubt. */
  @Test
  void aBudgetThatIsUsedUpIsNoDoubtWhereNoPrecisionWasAsked() {
    Effort effort = new Effort("test", 0.95, 1_000, 0, 0, 0, 3, 1_000_000, 0, TYPICAL);
    CostEstimate ended =
        new CostEstimator(plan(TYPICAL))
            .estimate(DIRECT, List.of(passes(1_000, 1_001, 999)), Stop.BUDGET);
    assertThat(CostDoubts.of(effort, List.of(ended))).isEmpty();
    assertThat(CostDoubts.of(effort.withPrecision(0.02), List.of(ended)))
        .extracting(Warning::code)
        .containsExactly(WarningCode.PRECISION_NOT_REACHED);
  }

  @Test
  void aMachineThatWasDisturbedMostOfTheTimeIsTold() {
    assertThat(CostDoubts.ofState(state(40, 0.4)))
        .singleElement()
        .satisfies(doubt -> assertThat(doubt.code()).isEqualTo(WarningCode.MOSTLY_DISTURBED))
        .satisfies(doubt -> assertThat(doubt.message()).contains("for 60 % of the time"));
    assertThat(CostDoubts.ofState(state(40, 0.6))).isEmpty();
    assertThat(CostDoubts.ofState(state(0, 0))).isEmpty();
  }

  private static Rows state(int samples, double quietShare) {
    return new Rows(
        StateTable.TABLE,
        List.of(
            Column.number(StateTable.QUIET, Unit.SHARE, ""), Column.count(StateTable.SAMPLES, "")),
        List.of(Row.of(StateTable.QUIET, quietShare, StateTable.SAMPLES, samples)));
  }
}
