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
import org.switchlab.file.ProgramFolder;
import org.switchlab.file.Reason;
import org.switchlab.file.Sha256;
import org.switchlab.os.Architecture;
import org.switchlab.run.RunnerException.Stage;

/**
 * The C runner that this library carries, as a file that can be executed.
 *
 * <p>It is kept in the {@link ProgramFolder} under the hash of its content, so that versions live
 * side by side and nothing is written twice.
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
      known = extract(carried(Architecture.current()));
    }
    return known;
  }

  private static Path extract(byte[] image) throws RunnerException {
    try {
      return extract(image, ProgramFolder.path());
    } catch (IOException e) {
      throw RunnerException.in(
          Stage.STARTING, "the runner cannot be unpacked: " + Reason.of(e), "", e);
    }
  }

  /** The file in {@code folder}, written unless it is there. */
  static Path extract(byte[] image, Path folder) throws IOException {
    Path file = folder.resolve(NAME + "-" + Sha256.of(image).substring(0, 16));
    if (Files.isExecutable(file) && Arrays.equals(Files.readAllBytes(file), image)) {
      return file;
    }
    Path unfinished = Files.createTempFile(folder, NAME, ".tmp", OWNER_ONLY);
    try {
      Files.write(unfinished, image);
      // Others that start at the same moment see the whole file or none.
      return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
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
