package org.switchlab.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class AffinityIT {

  private final List<Integer> allowed = Affinity.allowed();
  private final int last = allowed.getLast();

  @Test
  void pinsUntilClosed() {
    try (var _ = Affinity.pin(last)) {
      assertThat(Affinity.allowed()).containsExactly(last);
    }
    assertThat(Affinity.allowed()).isEqualTo(allowed);
  }

  @Test
  void aSecondCloseChangesNothing() {
    assumeTrue(allowed.size() > 1, "one CPU allowed: a pin cannot be told from none");
    var closedTwice = Affinity.pin(allowed.get(0));
    closedTwice.close();
    try (var _ = Affinity.pin(allowed.get(1))) {
      closedTwice.close();
      assertThat(Affinity.allowed()).containsExactly(allowed.get(1));
    }
  }

  @Test
  void runsABodyPinnedAndRestoresWhenItThrows() {
    assertThatThrownBy(
            () ->
                Affinity.pinned(
                    last,
                    () -> {
                      assertThat(Affinity.allowed()).containsExactly(last);
                      throw new IOException("from the body");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(Affinity.allowed()).isEqualTo(allowed);
  }

  @Test
  void nestedScopesRestoreInOrder() {
    assumeTrue(allowed.size() > 1, "one CPU allowed: there is nowhere else to go");
    try (var _ = Affinity.pin(allowed.get(0))) {
      try (var _ = Affinity.pin(allowed.get(1))) {
        assertThat(Affinity.allowed()).containsExactly(allowed.get(1));
      }
      assertThat(Affinity.allowed()).containsExactly(allowed.get(0));
    }
    assertThat(Affinity.allowed()).isEqualTo(allowed);
  }

  @Test
  void aScopeClosedOnAnotherThreadRestoresItsOwnThread() throws Exception {
    var opened = new CompletableFuture<Affinity>();
    var closed = new CountDownLatch(1);
    var after = new CompletableFuture<List<Integer>>();
    Thread.ofPlatform()
        .start(
            () -> {
              try {
                opened.complete(Affinity.pin(last));
                closed.await();
                after.complete(Affinity.allowed());
              } catch (InterruptedException | RuntimeException e) {
                opened.completeExceptionally(e);
                after.completeExceptionally(e);
              }
            });
    opened.get().close();
    closed.countDown();
    assertThat(after.get()).isEqualTo(allowed);
    assertThat(Affinity.allowed()).isEqualTo(allowed);
  }

  @Test
  void aScopeWhoseThreadEndedClosesQuietly() throws Exception {
    var opened = new CompletableFuture<Affinity>();
    Thread thread = Thread.ofPlatform().start(() -> opened.complete(Affinity.pin(last)));
    assertThat(thread.join(Duration.ofMinutes(1))).isTrue();
    opened.get().close();
    assertThat(Affinity.allowed()).isEqualTo(allowed);
  }

  @Test
  void pinsAnotherProcess() throws Exception {
    Process child = new ProcessBuilder("sleep", "1000").start();
    try {
      try (var _ = Affinity.pin(child.pid(), last)) {
        assertThat(Affinity.allowed(child.pid())).containsExactly(last);
      }
      assertThat(Affinity.allowed(child.pid())).isEqualTo(allowed);
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  @Test
  void aCpuThatIsNotThereNamesThoseThatAre() {
    for (int cpu : new int[] {-1, 4095, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> Affinity.pin(cpu))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("CPU %d is not there or not allowed; allowed: %s", cpu, allowed);
    }
  }

  @Test
  void aProcessThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Affinity.pin(0, last)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Affinity.pin(Integer.MAX_VALUE, last))
        .isInstanceOf(NativeException.class)
        .hasMessageContaining("ESRCH");
  }

  @Test
  void virtualThreadsAreRefused() {
    var result = new CompletableFuture<Affinity>();
    Thread.ofVirtual().start(() -> result.completeAsync(() -> Affinity.pin(last), Runnable::run));
    assertThatThrownBy(result::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("virtual thread");
  }
}
