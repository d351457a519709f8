package org.switchlab.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which CPUs tests may pin to. */
final class Cpus {

  private Cpus() {}

  /** The last CPU of this process's affinity mask, where the JVM's threads are least at home. */
  static int lastAllowed() throws IOException {
    String[] numbers = allowed("/proc/self/status").split("[,-]");
    return Integer.parseInt(numbers[numbers.length - 1]);
  }

  /** The first CPU of the mask; the last again where there is only one. */
  static int firstAllowed() throws IOException {
    return Integer.parseInt(allowed("/proc/self/status").split("[,-]")[0]);
  }

  /** The affinity list in a status file of /proc, such as {@code 0-3,5}. */
  static String allowed(String status) throws IOException {
    return Files.readAllLines(Path.of(status)).stream()
        .filter(line -> line.startsWith("Cpus_allowed_list:"))
        .findFirst()
        .orElseThrow()
        .replaceAll(".*\\s", "");
  }
}
