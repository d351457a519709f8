package org.switchlab.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Why a QEMU ended before its work was done, from what it and the guest's kernel said. */
final class Failures {

  private static final String PANIC = "Kernel panic";

  private Failures() {}

  /**
   * The failure in words.
   *
   * @param said QEMU's stderr
   * @param folder where the guest's console was written to
   */
  static EmulatorException ended(EmulatorParts parts, String said, Path folder) {
    Optional<String> panic = panic(folder.resolve("console"));
    if (panic.isPresent()) {
      return new EmulatorException(
          "the emulated machine's kernel, %s, panicked: %s; try another with SWITCHLAB_KERNEL"
              .formatted(parts.kernel(), panic.orElseThrow()),
          null);
    }
    String version = parts.qemu().version();
    if (said.contains("plugin")) {
      return new NoEmulatorException(
          "%s. It said: %s".formatted(Advice.plugin(version), said), null);
    }
    return new EmulatorException(
        "QEMU %s ended before the work was done; it said: %s"
            .formatted(version, said.isEmpty() ? "nothing" : said),
        null);
  }

  /** Whether QEMU complained about the saved state, so that a new one must be made. */
  static boolean stateRefused(String said) {
    return said.contains("load of migration failed") || said.contains("error while loading state");
  }

  private static Optional<String> panic(Path console) {
    try {
      return Files.readString(console, UTF_8)
          .lines()
          .filter(line -> line.contains(PANIC))
          .map(line -> line.substring(line.indexOf(PANIC)))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty(); // never written: QEMU did not come that far
    }
  }
}
