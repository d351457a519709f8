package org.switchlab.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which CPUs tests may pin to. */
final class Cpus {

  private Cpus() {}

  /** The last CPU of this process's affinity mask, where the JVM's threads are least at home. */
  static int lastAllowed() throws IOException {
    String list =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("Cpus_allowed_list:"))
            .findFirst()
            .orElseThrow();
    String[] numbers = list.replaceAll(".*\\s", "").split("[,-]");
    return Integer.parseInt(numbers[numbers.length - 1]);
  }
}
