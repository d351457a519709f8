package org.switchlab.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl-C end an experiment without losing it: the working thread is interrupted, and the
 * process waits until that thread has shown what it has.
 */
final class Interrupts {

  private static final long PATIENCE_SECONDS = 20;

  private final CountDownLatch finished = new CountDownLatch(1);

  private Interrupts() {}

  /** From now on Ctrl-C interrupts the calling thread. */
  static Interrupts interruptThisThread() {
    var interrupts = new Interrupts();
    Thread worker = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupts.stop(worker)));
    return interrupts;
  }

  /** The working thread has shown everything: the process may end. */
  void finished() {
    finished.countDown();
  }

  private void stop(Thread worker) {
    if (finished.getCount() == 0) {
      return;
    }
    worker.interrupt();
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("switchlab: gave up waiting for the run to stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
