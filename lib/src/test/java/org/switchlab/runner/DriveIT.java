package org.switchlab.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The driven session: batches on command. */
class DriveIT {

  private StartedRunner runner;

  @BeforeEach
  void startDriven() {
    runner = StartedRunner.start("drive --array-bytes 0 --stride-bytes 0 --seed 1");
    assertThat(runner.line().keyword()).isEqualTo("hello");
    assertThat(runner.line().keyword()).isEqualTo("peer");
    assertThat(runner.line().fields()).containsOnlyKeys("pairRoundNs", "singleRoundNs");
  }

  @AfterEach
  void stop() {
    runner.close();
  }

  @Test
  void eachCommandIsAnsweredByOneBatch() throws Exception {
    Line first = runner.ask("roundtrips 100");
    assertThat(first.isPair()).isTrue();
    assertThat(first.number("couple")).isZero();
    assertThat(first.number("rounds")).isEqualTo(100);
    assertThat(first.number("switchesExpected")).isEqualTo(200);
    Line second = runner.ask("singles 10");
    assertThat(second.isPair()).isFalse();
    assertThat(second.number("couple")).isEqualTo(1);
    assertThat(second.number("switchesExpected")).isZero();
    assertThat(runner.ask("quit").text()).isEqualTo("done couples=2");
    assertThat(runner.exitCode()).isZero();
    assertThat(runner.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jump",
        "roundtrips",
        "roundtrips ",
        "roundtrips 0",
        "roundtrips -1",
        "roundtrips 1000000001",
        "roundtrips 99999999999999999999",
        "singles 5 5",
        "singles 0x10",
        "singlesomething 5",
        "counted",
        "counted 5",
        "counted roundtrips",
        "counted singles -1",
        "counted counted singles 1"
      })
  void aWrongCommandIsNamedAndTheSessionGoesOn(String command) {
    Line answer = runner.ask(command);
    assertThat(answer.text())
        .startsWith("error message=got '" + command + "'; it must be")
        .contains("roundtrips N");
    assertThat(runner.ask("roundtrips 1").number("couple")).isZero();
  }

  @Test
  void aLineTooLongToMeanAnythingIsOneWrongCommand() {
    assertThat(runner.ask("x".repeat(100_000)).keyword()).isEqualTo("error");
    assertThat(runner.ask("singles 1").keyword()).isEqualTo("batch");
  }

  @Test
  void aCountedBatchWaitsBeforeAndAfterItsRounds() {
    assertThat(runner.ask("counted roundtrips 0").text()).isEqualTo("counting");
    assertThat(runner.ask("go").text()).isEqualTo("counted");
    Line empty = runner.ask("go");
    assertThat(empty.number("rounds")).isZero();
    assertThat(empty.number("switchesExpected")).isZero();
    assertThat(runner.ask("counted singles 7").text()).isEqualTo("counting");
    assertThat(runner.ask("go").text()).isEqualTo("counted");
    assertThat(runner.ask("go").number("rounds")).isEqualTo(7);
  }

  @Test
  void theHandshakesGoIsAcceptedAndStartsNothing() {
    runner.send("go");
    assertThat(runner.ask("singles 1").number("couple")).isZero();
  }

  @Test
  void theEndOfStdinIsQuit() throws Exception {
    runner.ask("roundtrips 1");
    runner.closeInput();
    assertThat(runner.line().text()).isEqualTo("done couples=1");
    assertThat(runner.exitCode()).isZero();
  }
}
