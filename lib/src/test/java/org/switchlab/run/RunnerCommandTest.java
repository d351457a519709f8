package org.switchlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.switchlab.plan.Point;

class RunnerCommandTest {

  private static final Point POINT = new Point("futex-thread", 4096, 64);

  @Test
  void aDrivenRunnerIsToldTheWalkAndTheSeed() {
    assertThat(RunnerCommand.drive(POINT, 7).add("--subject", POINT.subject()).words())
        .containsExactly(
            "drive",
            "--array-bytes",
            "4096",
            "--stride-bytes",
            "64",
            "--seed",
            "7",
            "--handshake",
            "--subject",
            "futex-thread");
  }

  @Test
  void aNegativeSeedIsSpeltAsItsBits() {
    assertThat(RunnerCommand.of("timeline").seed(-1).words())
        .containsExactly("timeline", "--seed", "18446744073709551615");
  }

  @Test
  void aModeMayBeFollowedByASubject() {
    assertThat(RunnerCommand.of("count-syscalls", "gthread").with("--rounds", 10).words())
        .containsExactly("count-syscalls", "gthread", "--rounds", "10");
  }
}
