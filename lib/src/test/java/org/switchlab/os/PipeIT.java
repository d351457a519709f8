package org.switchlab.os;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class PipeIT {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final byte[] buffer = new byte[64];

  @Test
  void carriesBytesInOrderUntilItsEnd() throws Exception {
    try (var pipe = Pipe.open()) {
      pipe.writer().write("ping".getBytes(UTF_8), LONG);
      assertThat(pipe.reader().read(buffer, LONG)).isEqualTo(4);
      assertThat(new String(buffer, 0, 4, UTF_8)).isEqualTo("ping");
      pipe.writer().close();
      assertThat(pipe.reader().read(buffer, LONG)).isEqualTo(-1);
    }
  }

  @Test
  void anEmptyPipeTimesOut() {
    try (var pipe = Pipe.open()) {
      assertThatThrownBy(() -> pipe.reader().read(buffer, Duration.ofMillis(20)))
          .isInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void aFullPipeTimesOutInsteadOfBlocking() {
    try (var pipe = Pipe.open()) {
      assertThatThrownBy(() -> pipe.writer().write(new byte[1 << 22], Duration.ofMillis(50)))
          .isInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void writingToNobodyIsNamed() {
    try (var pipe = Pipe.open()) {
      pipe.reader().close();
      assertThatThrownBy(() -> pipe.writer().write(new byte[3], LONG))
          .isInstanceOf(NativeException.class)
          .hasMessageContaining("3 bytes) failed: EPIPE");
    }
  }

  @Test
  void anInterruptEndsARead() throws Exception {
    try (var pipe = Pipe.open()) {
      var ended = new CompletableFuture<Throwable>();
      Thread reader = Thread.ofPlatform().start(() -> ended.complete(failureOfRead(pipe)));
      reader.interrupt();
      assertThat(ended.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void aCloseFromAnotherThreadEndsARead() throws Exception {
    try (var pipe = Pipe.open()) {
      var ended = new CompletableFuture<Throwable>();
      Thread.ofPlatform().start(() -> ended.complete(failureOfRead(pipe)));
      pipe.reader().close();
      assertThat(ended.get(30, TimeUnit.SECONDS)).hasMessage("the descriptor was closed");
    }
  }

  @Test
  void aSecondCloseClosesNobodyElsesDescriptor() throws Exception {
    var first = Pipe.open();
    first.close();
    try (var second = Pipe.open()) {
      first.close();
      second.writer().write(new byte[1], LONG);
      assertThat(second.reader().read(buffer, LONG)).isEqualTo(1);
    }
  }

  private Throwable failureOfRead(Pipe pipe) {
    try {
      return new AssertionError("read " + pipe.reader().read(buffer, LONG));
    } catch (InterruptedException | TimeoutException | RuntimeException e) {
      return e;
    }
  }
}
