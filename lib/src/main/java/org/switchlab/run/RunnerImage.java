package org.switchlab.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.switchlab.file.Sha256;
import org.switchlab.file.UserCache;
import org.switchlab.os.Architecture;
import org.switchlab.run.RunnerException.Stage;

/**
 * The C runner that this library carries, as a file that can be executed.
 *
 * <p>It is kept in the user's cache under the hash of its content, so that versions live side by
 * side and nothing is written twice. Where the cache cannot be used, a temporary file serves until
 * the JVM ends.
 */
public final class RunnerImage {

  private static final String NAME = "switchlab-runner";
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private static @Nullable Path known;

  private RunnerImage() {}

  /**
   * The runner's file.
   *
   * @throws RunnerException if there is none for this architecture, or no directory lets it be
   *     executed
   * @throws UnsupportedOperationException on another system than Linux on x86-64 or aarch64
   */
  public static synchronized Path executable() throws RunnerException {
    if (known == null || !Files.isExecutable(known)) {
      known = extract(carried(Architecture.current()), UserCache.folder());
    }
    return known;
  }

  static Path extract(byte[] image, Path cache) throws RunnerException {
    try {
      Path kept = keep(image, cache);
      if (Files.isExecutable(kept)) {
        return kept;
      }
    } catch (IOException e) {
      // An unwritable or full cache: the temporary directory may do.
    }
    IOException cause = null;
    try {
      Path temporary = temporary(image);
      if (Files.isExecutable(temporary)) {
        return temporary;
      }
    } catch (IOException e) {
      cause = e;
    }
    // The kernel answers access(2) with no for a program on a file system mounted noexec.
    throw RunnerException.in(
        Stage.STARTING,
        ("the runner can be executed neither from %s nor from %s: they are not writable, full, or"
                + " mounted noexec; set XDG_CACHE_HOME to a directory where programs may run")
            .formatted(cache, System.getProperty("java.io.tmpdir")),
        "",
        cause);
  }

  private static Path keep(byte[] image, Path cache) throws IOException {
    Path file = cache.resolve(NAME + "-" + Sha256.of(image).substring(0, 16));
    if (Files.isExecutable(file) && Arrays.equals(Files.readAllBytes(file), image)) {
      return file;
    }
    Files.createDirectories(cache, OWNER_ONLY);
    Path unfinished = Files.createTempFile(cache, NAME, ".tmp", OWNER_ONLY);
    try {
      Files.write(unfinished, image);
      // Others that start at the same moment see the whole file or none.
      return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static Path temporary(byte[] image) throws IOException {
    Path file = Files.createTempFile(NAME, "", OWNER_ONLY);
    file.toFile().deleteOnExit();
    return Files.write(file, image);
  }

  /** The runner's bytes for {@code architecture}, which need not be this machine's. */
  public static byte[] carried(Architecture architecture) throws RunnerException {
    String resource = "native/linux-%s/%s".formatted(architecture.kernelName(), NAME);
    try (InputStream in = RunnerImage.class.getResourceAsStream(resource)) {
      if (in == null) {
        String problem =
            "this library was built without %s; build it on this machine: ./switchlab clean, then"
                    .formatted(resource)
                + " any command";
        throw RunnerException.in(Stage.STARTING, problem, "", null);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
