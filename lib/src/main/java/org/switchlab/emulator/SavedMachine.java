package org.switchlab.emulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.switchlab.file.ScratchFolder;
import org.switchlab.file.Sha256;
import org.switchlab.os.Architecture;
import org.switchlab.run.Progress;
import org.switchlab.run.RunnerException;
import org.switchlab.run.RunnerImage;

/**
 * A machine that has booted and waits for a plan, saved to a file: it goes on within a second. One
 * is kept for each set of parts, its root file system and its state in a folder.
 */
record SavedMachine(Preparation.Parts parts, Path folder) {

  private static final int KEPT = 2;
  private static final Duration USUAL_BOOT = Duration.ofSeconds(15);

  /**
   * The machine of {@code parts} and the runner that this library carries, booted now unless it is
   * kept. It is kept whole or not at all.
   */
  static SavedMachine of(Preparation.Parts parts, Progress.Listener progress)
      throws IOException, InterruptedException {
    byte[] runner = runner();
    Path all = Preparation.usualFolder().resolve("machines");
    Path kept = all.resolve(key(parts, runner));
    if (!Files.isDirectory(kept)) {
      progress.report(new Progress(0, USUAL_BOOT, "booting the emulated machine, once", false));
      Path unfinished = Files.createTempDirectory(Files.createDirectories(all), ".part");
      try {
        var machine = new SavedMachine(parts, unfinished);
        Files.write(machine.initramfs(), Initramfs.with(runner));
        Boot.save(machine);
        if (!Files.isDirectory(kept)) { // else another process was as quick
          Files.move(unfinished, kept);
        }
      } finally {
        ScratchFolder.delete(unfinished);
      }
      forgetOld(all);
    }
    return new SavedMachine(parts, kept);
  }

  private static byte[] runner() {
    try {
      return RunnerImage.carried(Architecture.X86_64);
    } catch (RunnerException e) {
      throw new NoEmulatorException(String.valueOf(e.getMessage()), e);
    }
  }

  /** All that a state depends on. Large files by path, size and time: digests would take long. */
  private static String key(Preparation.Parts parts, byte[] runner) throws IOException {
    String identity =
        String.join(
            "\n",
            parts.qemu().version(),
            stamp(parts.qemu().program()),
            stamp(parts.kernel()),
            Sha256.of(runner),
            Hardware.identity());
    return Sha256.of(identity.getBytes(UTF_8)).substring(0, 16);
  }

  private static String stamp(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return "%s %d %s"
        .formatted(file.toRealPath(), attributes.size(), attributes.lastModifiedTime());
  }

  /** A state takes tens of megabytes, and those of former kernels and runners come no more. */
  private static void forgetOld(Path all) throws IOException {
    List<Path> old;
    try (Stream<Path> machines = Files.list(all)) {
      old =
          machines
              .filter(machine -> !machine.getFileName().toString().startsWith("."))
              .sorted(
                  Comparator.comparingLong((Path one) -> one.toFile().lastModified()).reversed())
              .skip(KEPT)
              .toList();
    }
    for (Path machine : old) {
      ScratchFolder.delete(machine);
    }
  }

  Path initramfs() {
    return folder.resolve("initramfs");
  }

  Path state() {
    return folder.resolve("state");
  }

  /**
   * The root file system of the emulated machine: the runner as {@code /init} and nothing else.
   *
   * <p>The format is the kernel's "newc" cpio (Documentation/driver-api/early-userspace). Inode
   * numbers and times are fixed: the same runner gives the same bytes.
   */
  static final class Initramfs {

    private static final int EXECUTABLE = 0100755;
    private static final int ALIGNMENT = 4;

    private Initramfs() {}

    /** The archive with {@code init}, uncompressed: the kernel then has less to do. */
    static byte[] with(byte[] init) {
      var archive = new ByteArrayOutputStream(init.length + 1024);
      entry(archive, 1, EXECUTABLE, "init", init);
      entry(archive, 0, 0, "TRAILER!!!", new byte[0]);
      return archive.toByteArray();
    }

    private static void entry(
        ByteArrayOutputStream archive, int inode, int mode, String name, byte[] content) {
      int links = 1;
      int[] fields = {
        inode, mode, 0, 0, links, 0, content.length, 0, 0, 0, 0, name.length() + 1, 0
      };
      var header = new StringBuilder("070701");
      for (int field : fields) {
        header.append(String.format(Locale.ROOT, "%08X", field));
      }
      archive.writeBytes(header.append(name).append('\0').toString().getBytes(US_ASCII));
      pad(archive);
      archive.writeBytes(content);
      pad(archive);
    }

    private static void pad(ByteArrayOutputStream archive) {
      while (archive.size() % ALIGNMENT != 0) {
        archive.write(0);
      }
    }
  }
}
