package org.switchlab.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.switchlab.estimate.TestCosts.DIRECT;
import static org.switchlab.estimate.TestCosts.FLOOR_NS;
import static org.switchlab.estimate.TestCosts.couple;
import static org.switchlab.estimate.TestCosts.plan;
import static org.switchlab.estimate.TestCosts.process;
import static org.switchlab.estimate.TestCosts.quietProcess;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.plan.Effort.Estimator;
import org.switchlab.sample.ProcessSample;

class CostEstimatorTest {

  private static CostEstimate estimate(Estimator estimator, ProcessSample... processes) {
    return new CostEstimator(plan(estimator)).estimate(DIRECT, List.of(processes), Stop.PRECISION);
  }

  @Test
  void onePassGivesNoInterval() {
    CostEstimate estimate = estimate(Estimator.TYPICAL, quietProcess(0, 1_000, 1_001));
    assertThat(estimate.switchCostNs()).isNull();
    assertThat(estimate.passes()).singleElement().extracting(PassCost::costNs).isEqualTo(1_000.5);
  }

  @Test
  void whatTheReferenceLoopSawChangesNoEstimand() {
    var disturbed = couple(1_100, 2 * FLOOR_NS);
    var quiet = couple(900, FLOOR_NS);
    assertThat(cost(process(0, List.of(disturbed, quiet)))).isCloseTo(1_000, within(0.01));
    assertThat(cost(process(0, List.of(disturbed, disturbed)))).isCloseTo(1_100, within(0.01));
  }

  private static double cost(ProcessSample process) {
    return estimate(Estimator.TYPICAL, process).passes().getFirst().costNs();
  }

  @Test
  void couplesWithTheWrongNumberOfSwitchesAreRejectedAndCounted() {
    var process = process(0, List.of(couple(1_000, FLOOR_NS), couple(400, FLOOR_NS, 1_000)));
    CostEstimate estimate = estimate(Estimator.TYPICAL, process);
    assertThat(estimate.passes().getFirst().costNs()).isCloseTo(1_000, within(0.01));
    assertThat(estimate.samples()).isEqualTo(1);
    assertThat(estimate.rejected()).isEqualTo(1);
    assertThat(estimate.switchesExpected()).isEqualTo(4_000);
    assertThat(estimate.switchesCounted()).isEqualTo(3_000);
  }

  @Test
  void negativeDifferencesAreKept() {
    assertThat(cost(quietProcess(0, -50, -40, -30))).isCloseTo(-40, within(0.01));
  }

  @Test
  void withoutSamplesEveryStatisticIsAbsent() {
    CostEstimate estimate = estimate(Estimator.TYPICAL);
    assertThat(estimate.switchCostNs()).isNull();
    assertThat(estimate.singleNs()).isNull();
    assertThat(estimate.roundTripNs()).isNull();
    assertThat(estimate.passes()).isEmpty();
  }

  @Test
  void thePaperAveragesEverythingItAccepts() {
    var process =
        process(
            0,
            List.of(couple(1_000, FLOOR_NS), couple(4_000, 2 * FLOOR_NS), couple(1_000, FLOOR_NS)));
    PassCost pass = estimate(Estimator.MEAN_OF_ALL, process).passes().getFirst();
    assertThat(pass.costNs()).isCloseTo(2_000, within(0.01));
    assertThat(pass.meanNs()).isCloseTo(2_000, within(0.01));
  }

  @Test
  void disagreeingProcessesWidenTheInterval() {
    CostEstimate alike =
        estimate(
            Estimator.TYPICAL,
            quietProcess(0, 990, 1_000, 1_010),
            quietProcess(1, 990, 1_000, 1_010),
            quietProcess(2, 990, 1_000, 1_010));
    CostEstimate apart =
        estimate(
            Estimator.TYPICAL,
            quietProcess(0, 890, 900, 910),
            quietProcess(1, 990, 1_000, 1_010),
            quietProcess(2, 1_090, 1_100, 1_110));
    assertThat(apart.switchCostNs().relativeHalfWidth())
        .isGreaterThan(4 * alike.switchCostNs().relativeHalfWidth());
  }
}
