package org.switchlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.plan.Point;
import org.switchlab.sample.Couple;

class ScriptedRunnerTest {

  private static final ProcessJob JOB =
      new ProcessJob(Point.direct("pipe-pair"), 0, 42, 20, 1_000_000, 0, 0);

  private static List<Couple> couplesOf(ScriptedRunner runner) throws Exception {
    var couples = new ArrayList<Couple>();
    runner.measure(JOB, couples::add);
    return couples;
  }

  @Test
  void theScriptedCostComesOutOfThePapersFormula() throws Exception {
    assertThat(couplesOf(new ScriptedRunner(point -> 1_000)))
        .hasSize(20)
        .allSatisfy(couple -> assertThat(couple.switchCostNs()).isEqualTo(1_000.0))
        .allMatch(Couple::denominatorHolds);
  }

  @Test
  void theSeedDecidesEverything() throws Exception {
    List<Couple> couples = couplesOf(new ScriptedRunner(point -> 1_000).noise(0.1).disturbed(0.3));
    assertThat(couplesOf(new ScriptedRunner(point -> 1_000).noise(0.1).disturbed(0.3)))
        .isEqualTo(couples);
    assertThat(couples.stream().map(Couple::pairFirst).distinct()).hasSize(2);
    assertThat(couples.stream().map(c -> c.pair().referenceBeforeNs()).distinct()).hasSize(2);
  }

  @Test
  void couplesBeforeAScriptedFailureAreHandedOver() throws Exception {
    var runner = new ScriptedRunner(point -> 1_000).failing(1, 3);
    assertThat(couplesOf(runner)).hasSize(20);
    var couples = new ArrayList<Couple>();
    assertThatThrownBy(() -> runner.measure(JOB, couples::add)).isInstanceOf(RunnerException.class);
    assertThat(couples).hasSize(3);
    assertThat(runner.jobs()).containsExactly(JOB, JOB);
  }
}
