package org.switchlab.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.switchlab.estimate.TestCosts.DIRECT;
import static org.switchlab.estimate.TestCosts.FLOOR;
import static org.switchlab.estimate.TestCosts.FLOOR_NS;
import static org.switchlab.estimate.TestCosts.couple;
import static org.switchlab.estimate.TestCosts.plan;
import static org.switchlab.estimate.TestCosts.process;
import static org.switchlab.estimate.TestCosts.quietProcess;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.switchlab.plan.Effort.Estimator;
import org.switchlab.sample.ProcessSample;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

class CostDoubtsTest {

  private static List<WarningCode> codes(Stop stop, ProcessSample... processes) {
    return doubts(stop, processes).stream().map(Warning::code).toList();
  }

  private static List<Warning> doubts(Stop stop, ProcessSample... processes) {
    var estimate =
        new CostEstimator(plan(Estimator.TYPICAL)).estimate(DIRECT, List.of(processes), stop);
    return CostDoubts.of(List.of(estimate));
  }

  @Test
  void aCalmPointRaisesNone() {
    assertThat(codes(Stop.PRECISION, quietProcess(0, 1_000, 1_001), quietProcess(1, 999, 1_000)))
        .isEmpty();
  }

  @Test
  void disturbanceWithoutEffectIsNotTold() {
    var harmless =
        process(
            0,
            List.of(couple(1_000, FLOOR_NS), couple(1_010, FLOOR_NS), couple(1_005, 2 * FLOOR_NS)));
    assertThat(codes(Stop.PRECISION, harmless)).isEmpty();
  }

  @Test
  void aProcessUnlikeTheOthersIsTold() {
    assertThat(
            codes(
                Stop.PRECISION,
                quietProcess(0, 1_000),
                quietProcess(1, 1_001),
                quietProcess(2, 999),
                quietProcess(3, 1_002),
                quietProcess(4, 2_000)))
        .containsExactly(WarningCode.OUTLIER_PROCESS);
  }

  @Test
  void rejectedCouplesAndASpentBudgetAreTold() {
    assertThat(codes(Stop.BUDGET, process(0, List.of(couple(1_000, FLOOR_NS, 7)))))
        .containsExactly(WarningCode.BATCHES_REJECTED, WarningCode.PRECISION_NOT_REACHED);
  }

  @Test
  void aFloorAboveTheKnownOneMeansNeverQuiet() {
    assertThat(CostDoubts.ofFloor(FLOOR, OptionalDouble.of(FLOOR_NS / 1.08)))
        .extracting(Warning::code)
        .containsExactly(WarningCode.NEVER_QUIET);
    assertThat(CostDoubts.ofFloor(FLOOR, OptionalDouble.of(FLOOR_NS / 1.02))).isEmpty();
    assertThat(CostDoubts.ofFloor(FLOOR, OptionalDouble.empty())).isEmpty();
  }

  @Test
  void oneIsSingular() {
    assertThat(doubts(Stop.BUDGET, process(0, List.of(couple(1_000, FLOOR_NS, 7)))))
        .extracting(Warning::message)
        .satisfiesExactly(
            rejected -> assertThat(rejected).startsWith("1 couple rejected"),
            wide -> assertThat(wide).startsWith("1 of 1 setting ended"));
  }
}
