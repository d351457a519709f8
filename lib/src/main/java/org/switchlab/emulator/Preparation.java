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
import org.switchlab.file.UserCache;
import org.switchlab.run.Progress;

/**
 * Finds the two programs an emulated machine needs, QEMU and a Linux kernel, or fetches them from
 * the packages of this system into the user's cache.
 */
public final class Preparation {

  private static final List<String> KERNEL_PACKAGES =
      List.of("linux-image-cloud-amd64", "linux-image-amd64", "linux-image-virtual");
  private static final Duration USUAL_DOWNLOAD = Duration.ofSeconds(30);

  private final Path folder;
  private final Map<String, String> environment;
  private final Progress.Listener progress;
  private final @Nullable AptPackages apt;

  /**
   * With a cache and surroundings of the caller's, for tests.
   *
   * @param apt this system's packages; null if it has none
   */
  Preparation(
      Path folder,
      Map<String, String> environment,
      Progress.Listener progress,
      @Nullable AptPackages apt) {
    this.folder = folder;
    this.environment = environment;
    this.progress = progress;
    this.apt = apt;
  }

  /**
   * Both programs, fetched now if need be.
   *
   * @throws NoEmulatorException if they cannot be had here; it says what to type
   */
  public static EmulatorParts parts(Progress.Listener progress) throws InterruptedException {
    Path folder = folder();
    try {
      Files.createDirectories(folder);
      AptPackages apt = AptPackages.ofThisSystem(folder).orElse(null);
      return new Preparation(folder, System.getenv(), progress, apt).parts();
    } catch (IOException e) {
      throw new NoEmulatorException(
          "the emulated machine cannot be prepared in %s: %s; make room there, or set"
                  .formatted(folder, e)
              + " XDG_CACHE_HOME to another folder",
          e);
    }
  }

  /** Where the emulator's files are kept. */
  static Path folder() {
    return UserCache.folder().resolve("emulator");
  }

  /** Both programs; fetches what is missing. */
  EmulatorParts parts() throws IOException, InterruptedException {
    EmulatorParts parts = new EmulatorParts(qemu(), kernel());
    String versions =
        "qemu %s %s\nkernel %s\n"
            .formatted(parts.qemu().version(), parts.qemu().program(), parts.kernel());
    AtomicFile.write(folder.resolve("versions.txt"), versions.getBytes(UTF_8));
    return parts;
  }

  private Qemu qemu() throws IOException, InterruptedException {
    Optional<Qemu> installed = Qemu.onPath(environment.getOrDefault("PATH", ""));
    if (installed.isPresent()) {
      return installed.orElseThrow();
    }
    Path root = folder.resolve("qemu");
    if (!Files.isDirectory(root)) {
      fetch(root, "QEMU", Advice.qemu(), aptOr(Advice.qemu()).missingFor("qemu-system-x86"));
    }
    return Qemu.unpacked(root);
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
        return own.orElseThrow();
      }
      List<String> image = aptOr(Advice.kernel()).kernelImage(KERNEL_PACKAGES).stream().toList();
      fetch(root, "a Linux kernel", Advice.kernel(), image);
    }
    return KernelImage.in(root.resolve("boot"));
  }

  private void fetch(Path root, String what, String advice, List<String> packages)
      throws IOException, InterruptedException {
    if (packages.isEmpty()) {
      throw new NoEmulatorException(
          "the package sources of this system offer no %s for x86-64. %s".formatted(what, advice),
          null);
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
              + advice,
          null);
    }
    return apt;
  }
}
