package org.switchlab.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.switchlab.file.Sha256;
import org.switchlab.run.Progress;

/**
 * A machine that has booted and waits for a plan, saved to a file: it goes on within a second.
 *
 * @param parts what it was made with
 * @param folder holds its root file system and its state
 */
record SavedMachine(EmulatorParts parts, Path folder) {

  private static final int KEPT_MACHINES = 2;
  private static final Duration USUAL_BOOT = Duration.ofSeconds(15);

  /**
   * The machine of these parts with {@code init} in it, booted now unless one is kept in {@code
   * machines}. It appears there whole or not at all.
   */
  static SavedMachine ready(
      EmulatorParts parts, byte[] init, Path machines, Progress.Listener progress)
      throws IOException, InterruptedException {
    Path folder = machines.resolve(key(parts, init));
    if (!Files.isDirectory(folder)) {
      progress.report(new Progress(0, USUAL_BOOT, "booting the emulated machine, once", false));
      Path unfinished = Files.createTempDirectory(Files.createDirectories(machines), ".part");
      try {
        Files.write(unfinished.resolve("initramfs"), Initramfs.with(init));
        Boot.save(new SavedMachine(parts, unfinished));
        if (!Files.isDirectory(folder)) { // another process may have been as quick
          Files.move(unfinished, folder);
        }
      } finally {
        Folders.delete(unfinished);
      }
      forgetOld(machines);
    }
    return new SavedMachine(parts, folder);
  }

  Path initramfs() {
    return folder.resolve("initramfs");
  }

  Path state() {
    return folder.resolve("state");
  }

  /** Deletes it: the next one that is wanted is booted anew. */
  void forget() throws IOException {
    Folders.delete(folder);
  }

  /** All that the state depends on. Large files by path, size and time: digests would take long. */
  private static String key(EmulatorParts parts, byte[] init) throws IOException {
    String identity =
        String.join(
            "\n",
            parts.qemu().version(),
            stamp(parts.qemu().program()),
            stamp(parts.kernel()),
            Sha256.of(init),
            Hardware.identity());
    return Sha256.of(identity.getBytes(UTF_8)).substring(0, 16);
  }

  private static String stamp(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return "%s %d %s"
        .formatted(file.toRealPath(), attributes.size(), attributes.lastModifiedTime());
  }

  /** A state takes tens of megabytes; those of former kernels and runners are not used again. */
  private static void forgetOld(Path machines) throws IOException {
    List<Path> newestFirst;
    try (Stream<Path> folders = Files.list(machines)) {
      newestFirst =
          folders
              .filter(folder -> !folder.getFileName().toString().startsWith("."))
              .sorted(
                  Comparator.comparingLong((Path folder) -> folder.toFile().lastModified()).reversed())
              .toList();
    }
    for (Path old : newestFirst.stream().skip(KEPT_MACHINES).toList()) {
      Folders.delete(old);
    }
  }
}
