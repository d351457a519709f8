package org.switchlab.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.switchlab.estimate.TestCosts.DIRECT;
import static org.switchlab.estimate.TestCosts.FLOOR;
import static org.switchlab.estimate.TestCosts.FLOOR_NS;
import static org.switchlab.estimate.TestCosts.couple;
import static org.switchlab.estimate.TestCosts.plan;
import static org.switchlab.estimate.TestCosts.process;
import static org.switchlab.estimate.TestCosts.quietProcess;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.plan.Effort.Estimator;
import org.switchlab.sample.ProcessSample;
import org.switchlab.table.Estimate;

class CostEstimatorTest {

  private static CostEstimate estimate(Estimator estimator, ProcessSample... processes) {
    return new CostEstimator(plan(estimator), FLOOR)
        .estimate(DIRECT, List.of(processes), Stop.PRECISION);
  }

  @Test
  void theEstimateIsTheMedianOfTheQuietCouples() {
    var process =
        process(
            0,
            List.of(
                couple(1_000, FLOOR_NS),
                couple(1_010, FLOOR_NS),
                couple(1_020, FLOOR_NS),
                couple(5_000, 2 * FLOOR_NS),
                couple(5_100, 2 * FLOOR_NS)));
    CostEstimate estimate = estimate(Estimator.QUIET_MEDIAN, process);
    assertThat(estimate.switchCostNs().value()).isCloseTo(1_010, within(0.01));
    assertThat(estimate.disturbedCostNs().value()).isCloseTo(5_050, within(0.01));
    assertThat(estimate.quietShare()).isEqualTo(0.6);
    assertThat(estimate.batches()).isEqualTo(3);
  }

  @Test
  void aRunThatWasNeverQuietIsEstimatedFromAllAndSaysSo() {
    var process = process(0, List.of(couple(900, 2 * FLOOR_NS), couple(1_100, 2 * FLOOR_NS)));
    CostEstimate estimate = estimate(Estimator.QUIET_MEDIAN, process);
    assertThat(estimate.switchCostNs().value()).isCloseTo(1_000, within(0.01));
    assertThat(estimate.quietShare()).isZero();
  }

  @Test
  void couplesWithTheWrongNumberOfSwitchesAreRejectedAndCounted() {
    var process = process(0, List.of(couple(1_000, FLOOR_NS), couple(400, FLOOR_NS, 1_000)));
    CostEstimate estimate = estimate(Estimator.QUIET_MEDIAN, process);
    assertThat(estimate.switchCostNs().value()).isCloseTo(1_000, within(0.01));
    assertThat(estimate.rejected()).isEqualTo(1);
    assertThat(estimate.switchesCounted()).isEqualTo(estimate.switchesExpected());
  }

  @Test
  void negativeDifferencesAreKept() {
    CostEstimate estimate = estimate(Estimator.QUIET_MEDIAN, quietProcess(0, -50, -40, -30));
    assertThat(estimate.switchCostNs().value()).isCloseTo(-40, within(0.01));
  }

  @Test
  void withoutSamplesEveryStatisticIsAbsent() {
    CostEstimate estimate = estimate(Estimator.QUIET_MEDIAN);
    assertThat(estimate.switchCostNs()).isNull();
    assertThat(estimate.singleNs()).isNull();
    assertThat(estimate.roundTripNs()).isNull();
    assertThat(estimate.quietShare()).isNull();
  }

  @Test
  void thePaperAveragesEverythingItAccepts() {
    var process = process(0, List.of(couple(1_000, FLOOR_NS), couple(3_000, 2 * FLOOR_NS)));
    CostEstimate estimate = estimate(Estimator.MEAN_OF_ALL, process);
    assertThat(estimate.switchCostNs().value()).isCloseTo(2_000, within(0.01));
  }

  @Test
  void disagreeingProcessesWidenTheInterval() {
    CostEstimate alike =
        estimate(
            Estimator.QUIET_MEDIAN,
            quietProcess(0, 990, 1_000, 1_010),
            quietProcess(1, 990, 1_000, 1_010),
            quietProcess(2, 990, 1_000, 1_010));
    CostEstimate apart =
        estimate(
            Estimator.QUIET_MEDIAN,
            quietProcess(0, 890, 900, 910),
            quietProcess(1, 990, 1_000, 1_010),
            quietProcess(2, 1_090, 1_100, 1_110));
    assertThat(apart.switchCostNs().relativeHalfWidth())
        .isGreaterThan(4 * alike.switchCostNs().relativeHalfWidth());
  }

  @Test
  void aDifferenceIsThatOfTheEstimatesItStandsBeside() {
    var estimator = new CostEstimator(plan(Estimator.QUIET_MEDIAN), FLOOR);
    List<ProcessSample> more =
        List.of(quietProcess(0, 1_300, 1_310), quietProcess(1, 1_290, 1_320));
    List<ProcessSample> less = List.of(quietProcess(0, 1_000, 1_010), quietProcess(1, 990, 1_020));
    Estimate difference = estimator.difference(more, less);
    double expected =
        estimator.estimate(DIRECT, more, Stop.FIXED).switchCostNs().value()
            - estimator.estimate(DIRECT, less, Stop.FIXED).switchCostNs().value();
    assertThat(difference.value()).isCloseTo(expected, within(1e-9)).isCloseTo(300, within(1.));
    assertThat(difference.low()).isPositive();
  }

  @Test
  void withoutSamplesOnOneSideThereIsNoDifference() {
    var estimator = new CostEstimator(plan(Estimator.QUIET_MEDIAN), FLOOR);
    List<ProcessSample> some = List.of(quietProcess(0, 1_000, 1_010));
    assertThat(estimator.difference(some, List.of())).isNull();
    assertThat(estimator.difference(List.of(), some)).isNull();
  }
}
