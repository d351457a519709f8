package org.switchlab.os;

import com.sun.jna.Memory;
import java.util.Optional;

/** Collects children that ended, with {@code wait4(2)}. */
final class Wait {

  private static final int NO_HANG = 1;

  private Wait() {}

  /** How {@code pid} ended; empty while it runs. */
  static Optional<ExitStatus> now(int pid) {
    return wait4(pid, NO_HANG);
  }

  /** How {@code pid} ended, waiting for it without heed to interrupts. */
  static ExitStatus uninterruptibly(int pid) {
    return wait4(pid, 0).orElseThrow();
  }

  /**
   * Collects what is left of a killed group whose leader was collected.
   *
   * <p>Its other members are children of init by now. If this JVM is init, as in a container, they
   * are ours and would stay zombies.
   */
  static void restOfGroup(int group) {
    int[] status = new int[1];
    try (var usage = new Memory(ResourceUsage.BYTES)) {
      int collected;
      do {
        collected = LibC.wait4(-group, status, 0, usage);
      } while (collected > 0 || LibC.errno() == Errno.EINTR.number());
    }
  }

  private static Optional<ExitStatus> wait4(int pid, int options) {
    int[] status = new int[1];
    try (var usage = new Memory(ResourceUsage.BYTES)) {
      int collected;
      do {
        collected = LibC.wait4(pid, status, options, usage);
      } while (collected < 0 && LibC.errno() == Errno.EINTR.number());
      if (collected < 0) {
        throw LibC.failure("wait4(%d)".formatted(pid), "only the parent that started it can wait");
      }
      return collected == 0
          ? Optional.empty()
          : Optional.of(new ExitStatus(status[0], ResourceUsage.from(usage)));
    }
  }
}
