package org.switchlab.os;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Puts a kernel thread back as it was, once, from whatever thread; its end leaves nothing to do.
 */
final class Restoration {

  private final Runnable restore;
  private final AtomicBoolean pending = new AtomicBoolean(true);

  /**
   * What to undo.
   *
   * @param restore may fail with ESRCH, which means that the thread ended meanwhile
   */
  Restoration(Runnable restore) {
    this.restore = restore;
  }

  /** Restores; a second call does nothing. */
  void run() {
    if (!pending.getAndSet(false)) {
      return;
    }
    try {
      restore.run();
    } catch (NativeException e) {
      if (!e.is(Errno.ESRCH)) {
        throw e;
      }
    }
  }
}
