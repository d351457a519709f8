package org.switchlab.os;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The one thread that starts children, alive until the JVM ends. */
final class SpawnThread {

  private static final ExecutorService THREAD =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("switchlab-spawn").factory());

  static {
    THREAD.execute(SpawnThread::forgetCreator);
  }

  private SpawnThread() {}

  /**
   * Gives the thread what the JVM was started with: a thread inherits its creator's affinity and
   * policy, which may be the ones of a notebook cell inside {@code Affinity.pin}. The primordial
   * thread runs no Java code, so nobody has changed its.
   */
  private static void forgetCreator() {
    int self = KernelThread.current();
    int primordial = KernelThread.primordial();
    try {
      Affinity.Mask.of(primordial).applyTo(self);
      Priority.Policy.of(primordial).applyTo(self);
    } catch (NativeException refused) {
      // A sandbox may forbid these calls; then nobody can have changed the creator's either.
    }
  }

  /**
   * Runs {@code start} there.
   *
   * <p>An interrupt is kept for later: a child that nobody knows would be left over otherwise.
   */
  static <T> T call(Supplier<T> start) {
    try {
      return CompletableFuture.supplyAsync(start, THREAD).join();
    } catch (CompletionException e) {
      throw switch (e.getCause()) {
        case NativeException refused -> refused;
        case IllegalArgumentException unsuitable -> unsuitable;
        case null, default -> e;
      };
    }
  }
}
