package org.switchlab.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A controller that leaves, or says the wrong thing, while the runner waits for it. */
class HandshakeIT {

  private StartedRunner runner;

  @BeforeEach
  void startWaiting() {
    runner =
        StartedRunner.start(
            "pipe-pair --array-bytes 1024 --stride-bytes 8 --seed 1 --couples 1 --rounds 5"
                + " --handshake");
    assertThat(runner.line().keyword()).isEqualTo("hello");
  }

  @AfterEach
  void stop() {
    runner.close();
  }

  @Test
  void theEndOfStdinBeforeBeginEndsQuietly() throws Exception {
    runner.closeInput();
    assertThat(runner.lines()).isEmpty();
    assertThat(runner.errors()).isEmpty();
    assertThat(runner.exitCode()).isZero();
  }

  @Test
  void theEndOfStdinBeforeGoEndsQuietlyAndTakesThePeerAlong() throws Exception {
    long peer = runner.ask("begin").number("pid");
    assertThat(runner.line().keyword()).isEqualTo("ready");
    runner.closeInput();
    assertThat(runner.lines()).isEmpty();
    assertThat(runner.errors()).isEmpty();
    assertThat(runner.exitCode()).isZero();
    assertThat(ProcessHandle.of(peer)).isEmpty();
  }

  @Test
  void anotherLineThanBeginIsRefused() throws Exception {
    runner.send("start");
    assertThat(runner.errors()).contains("got the line 'start' on stdin; it must be 'begin'");
    assertThat(runner.exitCode()).isEqualTo(2);
  }

  @Test
  void anotherLineThanGoIsRefused() throws Exception {
    long peer = runner.ask("begin").number("pid");
    assertThat(runner.line().keyword()).isEqualTo("ready");
    runner.send("go ");
    assertThat(runner.errors()).contains("got the line 'go ' on stdin; it must be 'go'");
    assertThat(runner.exitCode()).isEqualTo(2);
    Processes.awaitEnd(peer);
  }
}
