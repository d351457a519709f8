package org.switchlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BurningThreadsTest {

  private final BurningThreads threads = new BurningThreads("test-exec-", new RecordingScreen());

  @Test
  void findsABurningThreadAndSaysWhereItIs() throws Exception {
    AtomicBoolean burning = new AtomicBoolean(true);
    CountDownLatch started = new CountDownLatch(1);
    Thread thread =
        Thread.ofPlatform()
            .name("test-exec-7")
            .start(
                () -> {
                  started.countDown();
                  while (burning.get()) {}
                });
    try {
      started.await();
      assertThat(threads.find(Set.of())).containsOnlyKeys(thread.threadId());
      assertThat(threads.find(Set.of()).get(thread.threadId())).contains("test-exec-7 in ");
      assertThat(threads.find(Set.of(thread.threadId()))).isEmpty();
      assertThat(new BurningThreads("other-", new RecordingScreen()).find(Set.of())).isEmpty();
    } finally {
      burning.set(false);
      thread.join();
    }
    assertThat(threads.find(Set.of())).isEmpty();
  }

  @Test
  void leavesSleepingThreadsAlone() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Thread thread =
        Thread.ofPlatform()
            .name("test-exec-8")
            .start(
                () -> {
                  try {
                    release.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    assertThat(threads.find(Set.of())).isEmpty();
    release.countDown();
    thread.join();
  }

  @Test
  void doesNotSuspectTheThreadThatAsks() throws Exception {
    CountDownLatch found = new CountDownLatch(1);
    AtomicReference<Map<Long, String>> burning = new AtomicReference<>(Map.of(0L, "unset"));
    Thread.ofPlatform()
        .name("test-exec-9")
        .start(
            () -> {
              burning.set(threads.find(Set.of()));
              found.countDown();
            });
    found.await();
    assertThat(burning.get()).isEmpty();
  }
}
