package org.switchlab.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** The end of what a process wrote to its stderr, however much that was. */
final class StderrTail {

  static final int KEPT_BYTES = 2048;

  private byte[] kept = new byte[0];

  /** Takes the first {@code count} of {@code bytes}. */
  void append(byte[] bytes, int count) {
    byte[] all = Arrays.copyOf(kept, kept.length + count);
    System.arraycopy(bytes, 0, all, kept.length, count);
    kept = Arrays.copyOfRange(all, Math.max(0, all.length - KEPT_BYTES), all.length);
  }

  /** What was kept, without blank space around it; empty if nothing was written. */
  String text() {
    return new String(kept, UTF_8).strip();
  }
}
