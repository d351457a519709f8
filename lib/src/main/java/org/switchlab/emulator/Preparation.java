package org.switchlab.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.switchlab.file.AtomicFile;
import org.switchlab.file.ProgramFolder;
import org.switchlab.file.Reason;
import org.switchlab.file.UserCache;
import org.switchlab.run.Progress;

/**
 * Finds the two programs an emulated machine needs, QEMU and a Linux kernel, or fetches them from
 * the packages of this system into the {@link ProgramFolder}.
 *
 * @param environment with PATH, and SWITCHLAB_KERNEL if the user names a kernel
 * @param apt this system's packages; null if it has none
 * @param plugin that the QEMU has to take
 */
record Preparation(
    Path folder,
    Map<String, String> environment,
    Progress.Listener progress,
    @Nullable AptPackages apt,
    Plugin plugin) {

  private static final List<String> KERNEL_PACKAGES =
      List.of("linux-image-cloud-amd64", "linux-image-amd64", "linux-image-virtual");
  private static final Duration USUAL_DOWNLOAD = Duration.ofSeconds(30);

  private static final String QEMU_ADVICE =
      """
      Install QEMU for x86-64 so that qemu-system-x86_64 is on PATH. Type one of:
        sudo apt install qemu-system-x86
        sudo dnf install qemu-system-x86-core
        sudo pacman -S qemu-system-x86
        sudo apk add qemu-system-x86_64
        sudo zypper install qemu-x86\
      """;

  /** The programs an emulated machine is made of beside our own; the kernel is for x86-64. */
  record Parts(Qemu qemu, Path kernel) {}

  /**
   * Both programs, fetched now if need be.
   *
   * @param plugin that the QEMU has to take
   * @throws NoEmulatorException if they cannot be had here; it says what to type
   */
  static Parts parts(Progress.Listener progress, Plugin plugin) throws InterruptedException {
    try {
      Path folder = Files.createDirectories(usualFolder());
      AptPackages apt = AptPackages.ofThisSystem(folder).orElse(null);
      return new Preparation(folder, System.getenv(), progress, apt, plugin).parts();
    } catch (IOException e) {
      throw new NoEmulatorException(
          "the emulated machine cannot be prepared: %s; is there room in %s? XDG_CACHE_HOME names"
                  .formatted(Reason.of(e), UserCache.folder())
              + " another folder",
          e);
    }
  }

  /** Where the emulator's files are kept; some of them are executed. */
  static Path usualFolder() throws IOException {
    return ProgramFolder.path().resolve("emulator");
  }

  /** Both programs; fetches what is missing. */
  Parts parts() throws IOException, InterruptedException {
    Parts parts = new Parts(qemu(), kernel());
    String versions =
        "qemu %s %s\nkernel %s\n"
            .formatted(parts.qemu.version(), parts.qemu.program(), parts.kernel);
    AtomicFile.write(folder.resolve("versions.txt"), versions.getBytes(UTF_8));
    return parts;
  }

  private Qemu qemu() throws IOException, InterruptedException {
    NoEmulatorException refused = null;
    for (Path program : Qemu.onPath(environment.getOrDefault("PATH", ""))) {
      Qemu installed = Qemu.installed(program);
      Optional<String> refusal = installed.refusalOf(plugin);
      if (refusal.isEmpty()) {
        return installed;
      }
      refused = refused == null ? installed.refused(refusal.get()) : refused;
      tell("QEMU %s, %s, does not take the plugin: looking for another", installed);
    }
    try {
      return packaged();
    } catch (NoEmulatorException none) {
      throw refused == null ? none : refused;
    }
  }

  private Qemu packaged() throws IOException, InterruptedException {
    Path root = folder.resolve("qemu");
    if (!Files.isDirectory(root)) {
      fetch(root, "QEMU", QEMU_ADVICE, aptOr(QEMU_ADVICE).missingFor("qemu-system-x86"));
    }
    return Qemu.unpacked(root);
  }

  private void tell(String format, Qemu qemu) {
    String step = format.formatted(qemu.version(), qemu.program());
    progress.report(new Progress(0, Duration.ZERO, step, false));
  }

  private Path kernel() throws IOException, InterruptedException {
    String given = environment.get("SWITCHLAB_KERNEL");
    if (given != null) {
      return KernelImage.checked(Path.of(given));
    }
    Path root = folder.resolve("kernel");
    if (!Files.isDirectory(root)) {
      Optional<Path> own = apt == null ? KernelImage.ofThisSystem() : Optional.empty();
      if (own.isPresent()) {
        return own.get();
      }
      String advice = KernelImage.ADVICE;
      List<String> image = aptOr(advice).kernelImage(KERNEL_PACKAGES).stream().toList();
      fetch(root, "a Linux kernel", advice, image);
    }
    return KernelImage.in(root.resolve("boot"));
  }

  private void fetch(Path root, String what, String advice, List<String> packages)
      throws IOException, InterruptedException {
    if (packages.isEmpty()) {
      throw new NoEmulatorException(
          "the package sources of this system offer no %s for x86-64. %s".formatted(what, advice));
    }
    progress.report(
        new Progress(
            0, USUAL_DOWNLOAD, "fetching %s, once: %s".formatted(what, packages.getLast()), false));
    aptOr(advice).unpack(packages, root);
  }

  private AptPackages aptOr(String advice) {
    if (apt == null) {
      throw new NoEmulatorException(
          "the emulated machine needs QEMU and a Linux kernel, and this system has no apt to fetch"
              + " them. "
              + advice);
    }
    return apt;
  }
}
