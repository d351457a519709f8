package org.switchlab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunnerFaultsTest {

  private static final String WHOLE =
      """
      hello protocol=1 pid=7
      batch couple=0 variant=pair rounds=100 durationNs=5000 switchesExpected=200 \
      voluntarySwitches=200 involuntarySwitches=0 migrated=0
      syscalls variant=single rounds=3 count=6
      done couples=1
      """;

  private static Outcome judged(Integer exitCode, String out, String err) {
    return RunnerFaults.judged(
            new Ended(exitCode, out, err), RunnerLines.of(out), RunnerLines.of(WHOLE))
        .outcome();
  }

  @Test
  void whatIsSaidAsEverIsRight() {
    assertThat(judged(0, WHOLE, "")).isEqualTo(Outcome.RIGHT);
  }

  @Test
  void successThatSaysLessOrOtherCountsIsSilentlyWrong() {
    assertThat(judged(0, WHOLE.replace("done couples=1\n", ""), "")).isEqualTo(Outcome.SILENT);
    assertThat(judged(0, WHOLE.replace("count=6", "count=5"), "")).isEqualTo(Outcome.SILENT);
  }

  @Test
  void missingSwitchesMarkASample() {
    String fewer = WHOLE.replace("voluntarySwitches=200 ", "voluntarySwitches=190 ");
    assertThat(judged(0, fewer, "")).isEqualTo(Outcome.MARKED);
  }

  @Test
  void aFailureNeedsASentence() {
    assertThat(judged(1, "", "switchlab-runner: read() failed")).isEqualTo(Outcome.REFUSED);
    assertThat(judged(139, "", "")).isEqualTo(Outcome.MUTE);
    assertThat(judged(null, WHOLE, "")).isEqualTo(Outcome.STUCK);
  }

  @Test
  void timesAreThoseOfOneRound() {
    assertThat(RunnerLines.of(WHOLE).timesNs().get("batch pair durationNs")).containsExactly(50.0);
  }
}
