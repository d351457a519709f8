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
import org.switchlab.os.Architecture;
import org.switchlab.run.Progress;
import org.switchlab.run.RunnerException;
import org.switchlab.run.RunnerImage;

/**
 * The machines that are kept, one for each set of parts they were made with.
 *
 * @param folder where they are kept
 * @param parts QEMU and kernel of the wanted one
 * @param init the runner in it
 * @param progress told of a boot
 */
record SavedMachines(Path folder, EmulatorParts parts, Init init, Progress.Listener progress) {

  private static final int KEPT = 2;
  private static final Duration USUAL_BOOT = Duration.ofSeconds(15);

  /** The guest's first program. */
  @SuppressWarnings("ArrayRecordComponent") // Compared by its digest.
  record Init(byte[] image, String digest) {

    static Init of(byte[] image) {
      return new Init(image, Sha256.of(image));
    }
  }

  /** Those in {@code folder}, with the runner that this library carries. */
  static SavedMachines in(Path folder, EmulatorParts parts, Progress.Listener progress) {
    try {
      byte[] runner = RunnerImage.carried(Architecture.X86_64);
      return new SavedMachines(folder, parts, Init.of(runner), progress);
    } catch (RunnerException e) {
      throw new NoEmulatorException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The wanted one, booted now unless it is kept. It is kept whole or not at all. */
  SavedMachine machine() throws IOException, InterruptedException {
    Path kept = folder.resolve(key());
    if (!Files.isDirectory(kept)) {
      progress.report(new Progress(0, USUAL_BOOT, "booting the emulated machine, once", false));
      Path unfinished = Files.createTempDirectory(Files.createDirectories(folder), ".part");
      try {
        boot(unfinished, kept);
      } finally {
        Folders.delete(unfinished);
      }
      forgetOld();
    }
    return new SavedMachine(parts, kept);
  }

  private void boot(Path unfinished, Path kept) throws IOException, InterruptedException {
    var machine = new SavedMachine(parts, unfinished);
    Files.write(machine.initramfs(), Initramfs.with(init.image()));
    Boot.save(machine);
    if (!Files.isDirectory(kept)) { // else another process was as quick
      Files.move(unfinished, kept);
    }
  }

  /** All that a state depends on. Large files by path, size and time: digests would take long. */
  private String key() throws IOException {
    String identity =
        String.join(
            "\n",
            parts.qemu().version(),
            stamp(parts.qemu().program()),
            stamp(parts.kernel()),
            init.digest(),
            Hardware.identity());
    return Sha256.of(identity.getBytes(UTF_8)).substring(0, 16);
  }

  private static String stamp(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return "%s %d %s"
        .formatted(file.toRealPath(), attributes.size(), attributes.lastModifiedTime());
  }

  /** A state takes tens of megabytes, and those of former kernels and runners come no more. */
  private void forgetOld() throws IOException {
    List<Path> newestFirst;
    try (Stream<Path> machines = Files.list(folder)) {
      newestFirst =
          machines
              .filter(machine -> !machine.getFileName().toString().startsWith("."))
              .sorted(
                  Comparator.comparingLong((Path one) -> one.toFile().lastModified()).reversed())
              .toList();
    }
    for (Path old : newestFirst.stream().skip(KEPT).toList()) {
      Folders.delete(old);
    }
  }
}
