package org.switchlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BurningThreadsTest {

  private final BurningThreads threads = new BurningThreads("test-exec-");

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
      assertThat(threads.find()).singleElement().asString().contains("test-exec-7", " in ");
      assertThat(new BurningThreads("other-").find()).isEmpty();
    } finally {
      burning.set(false);
      thread.join();
    }
    assertThat(threads.find()).isEmpty();
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
    assertThat(threads.find()).isEmpty();
    release.countDown();
    thread.join();
  }

  @Test
  void doesNotSuspectTheCellItselfIsRunningOn() throws Exception {
    var found = new CountDownLatch(1);
    var burning = new java.util.concurrent.atomic.AtomicReference<>(java.util.List.of("unset"));
    Thread.ofPlatform()
        .name("test-exec-9")
        .start(
            () -> {
              burning.set(threads.find());
              found.countDown();
            });
    found.await();
    assertThat(burning.get()).isEmpty();
  }
}
