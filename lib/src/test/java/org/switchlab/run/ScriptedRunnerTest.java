package org.switchlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.plan.Point;
import org.switchlab.sample.Couple;
import org.switchlab.sample.Slot;

class ScriptedRunnerTest {

  private static final ProcessJob JOB =
      new ProcessJob(Point.direct("pipe-pair"), 0, 42, 20, 1_000_000, 0, 0);

  private static final StampedJob STAMPED =
      new StampedJob(Point.direct("pipe-pair"), 42, 20, 10_000_000, 1_000_000, 0);

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

  private static List<Slot> slotsOf(ScriptedRunner runner) throws Exception {
    var slots = new ArrayList<Slot>();
    runner.stamped(STAMPED, slots::add);
    return slots;
  }

  @Test
  void theScriptedCostComesOutOfSlotsAsDirectCost() throws Exception {
    assertThat(slotsOf(new ScriptedRunner(point -> 1_000)))
        .hasSize(20)
        .allSatisfy(slot -> assertThat(slot.directNs()).isEqualTo(1_000.0))
        .allSatisfy(slot -> assertThat(slot.indirectNs()).isZero())
        .allMatch(Slot::denominatorHolds);
    List<Slot> noisy = slotsOf(new ScriptedRunner(point -> 1_000).noise(0.1).disturbed(0.3));
    assertThat(slotsOf(new ScriptedRunner(point -> 1_000).noise(0.1).disturbed(0.3)))
        .isEqualTo(noisy);
    assertThat(noisy.stream().map(Slot::directNs).distinct()).hasSize(20);
  }

  @Test
  void slotsBeforeAScriptedFailureAreHandedOver() {
    var slots = new ArrayList<Slot>();
    var runner = new ScriptedRunner(point -> 1_000).failing(0, 3);
    assertThatThrownBy(() -> runner.stamped(STAMPED, slots::add))
        .isInstanceOf(RunnerException.class)
        .hasMessageContaining("3 slots");
    assertThat(slots).hasSize(3);
    assertThat(runner.stampedJobs()).containsExactly(STAMPED);
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
