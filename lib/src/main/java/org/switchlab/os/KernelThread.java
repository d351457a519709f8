package org.switchlab.os;

import java.util.concurrent.atomic.AtomicReference;

/** The kernel's view of threads. */
final class KernelThread {

  private KernelThread() {}

  /**
   * The kernel's id of the calling thread. A virtual one moves between kernel threads: what is set
   * on one of them would be lost, and stay behind for others.
   */
  static int current() {
    if (Thread.currentThread().isVirtual()) {
      throw new IllegalStateException(
          "a virtual thread has no kernel thread of its own to pin, raise or count;"
              + " call this from a platform thread: Thread.ofPlatform().start(…)");
    }
    return LibC.gettid();
  }

  /** The first thread of this process, whose id is the process's. */
  static int primordial() {
    return (int) ProcessHandle.current().pid();
  }

  /** Checks that {@code pid} can be a process or thread and narrows it to the kernel's type. */
  static int requirePid(long pid) {
    if (pid < 1 || pid > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "pid is %d; a process or thread has 1..%d".formatted(pid, Integer.MAX_VALUE));
    }
    return (int) pid;
  }

  /** Puts a thread back as it was, once, from whatever thread; its end leaves nothing to do. */
  static final class Restoration {

    private final AtomicReference<Runnable> pending;

    Restoration(Runnable restore) {
      pending = new AtomicReference<>(restore);
    }

    void run() {
      try {
        pending.getAndSet(() -> {}).run();
      } catch (NativeException e) {
        if (!e.is(Errno.ESRCH)) {
          throw e;
        }
      }
    }
  }
}
