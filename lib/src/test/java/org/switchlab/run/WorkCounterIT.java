package org.switchlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.switchlab.os.Footprint;
import org.switchlab.sample.SwitchWork;

/** Counts that follow from what a subject does, on any machine. */
class WorkCounterIT {

  private static SwitchWork count(String subject) throws Exception {
    return WorkCounter.create().count(subject);
  }

  @Test
  void aPipeIsOneWriteAndOneReadASwitchAndNothingMoreThanTheMessage() throws Exception {
    SwitchWork work = count("pipe-pair");
    assertThat(work.systemCallsPerSwitch()).isEqualTo(2);
    assertThat(work.netSystemCallsPerSwitch()).isZero();
    assertThat(work.userInstructionsPerSwitch()).isPositive();
  }

  @Test
  void aSwitchByHandNeverEntersTheKernel() throws Exception {
    assertThat(count("gthread-register").systemCallsPerSwitch()).isZero();
    assertThat(count("call").systemCallsPerSwitch()).isZero();
  }

  @Test
  void moreIsExecutedWhereTheLibraryDoesMore() throws Exception {
    assertThat(count("gthread").userInstructionsPerSwitch())
        .isGreaterThan(count("gthread-register").userInstructionsPerSwitch());
    assertThat(count("gthread-register").userInstructionsPerSwitch())
        .isGreaterThan(count("call").userInstructionsPerSwitch());
  }

  @Test
  void whatTheRunnerRefusesIsPassedOnAndNothingIsLeft() throws Exception {
    Footprint before = Footprint.now();
    assertThatThrownBy(() -> count("telepathy"))
        .isInstanceOf(RunnerException.class)
        .hasMessageContaining("telepathy");
    before.assertNothingAdded();
  }
}
