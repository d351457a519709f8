package org.switchlab.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file on whose locks a queue rests. It is only opened for reading and never written.
 *
 * @param path where it is
 * @param hostWide whether every process of this host's kernel finds the same file there
 */
public record QueueFile(Path path, boolean hostWide) {

  /**
   * Of a kernel's own namespaces, which containers hardly ever replace, the one they replace least
   * first; see time_namespaces(7), in kernels from 5.6, and user_namespaces(7).
   */
  private static final Path TIME = Path.of("/proc/self/ns/time");

  private static final Path USER = Path.of("/proc/self/ns/user");

  /** What the kernel's first namespaces are called: {@code include/linux/proc_ns.h}. */
  private static final String FIRST_TIME = "time:[4026531834]";

  private static final String FIRST_USER = "user:[4026531837]";

  /** That of this host: each process sees it, and no folder is needed. */
  public static QueueFile ofThisHost() {
    String time = nameOf(TIME);
    return time.isEmpty()
        ? new QueueFile(USER, nameOf(USER).equals(FIRST_USER))
        : new QueueFile(TIME, time.equals(FIRST_TIME));
  }

  /** Empty where there is none, or no /proc: opening it then says why. */
  private static String nameOf(Path namespace) {
    try {
      return Files.readSymbolicLink(namespace).toString();
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }
}
