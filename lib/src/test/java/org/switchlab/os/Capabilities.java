package org.switchlab.os;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/** Takes rights from the calling thread for a while, so that refusals can be tested as root. */
public final class Capabilities {

  /** CAP_SYS_ADMIN of {@code include/uapi/linux/capability.h}. */
  public static final int SYS_ADMIN = 21;

  /** CAP_SYS_NICE. */
  public static final int SYS_NICE = 23;

  /** CAP_PERFMON. */
  public static final int PERFMON = 38;

  private static final int VERSION_3 = 0x20080522;

  /** Two sets of 32, each as effective, permitted, inheritable. */
  private static final int DATA_INTS = 6;

  static {
    Native.register(Capabilities.class, NativeLibrary.getProcess());
  }

  private Capabilities() {}

  // A thread's own, unlike setuid: libc passes these on to the kernel as they are.
  private static native int capget(int[] header, int[] data);

  private static native int capset(int[] header, int[] data);

  /** Runs {@code body} on the calling thread without the effective {@code capabilities}. */
  public static <X extends Exception> void without(Body<X> body, int... capabilities) throws X {
    int[] header = {VERSION_3, 0};
    int[] had = new int[DATA_INTS];
    check(capget(header, had), "capget");
    int[] left = had.clone();
    for (int capability : capabilities) {
      left[capability / 32 * 3] &= ~(1 << capability % 32);
    }
    check(capset(header, left), "capset");
    try {
      body.run();
    } finally {
      check(capset(header, had), "capset");
    }
  }

  private static void check(int result, String call) {
    if (result != 0) {
      throw LibC.failure(call, "");
    }
  }
}
