package org.switchlab.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where programs and libraries lie that this project unpacks or compiles: a folder of the user's
 * own, from which the kernel lets programs run. It is the user's cache, where that will do; where
 * it is mounted {@code noexec} or cannot be written, a folder elsewhere serves until the JVM ends.
 */
public final class ProgramFolder {

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private static final String NAME = "switchlab-programs";

  private static @Nullable Path known;

  private ProgramFolder() {}

  /**
   * The folder, which is there.
   *
   * @throws IOException if there is none; its message says what to set
   */
  public static synchronized Path path() throws IOException {
    if (known == null || !Files.isDirectory(known)) {
      known = firstOf(UserCache.folder(), elsewhere(System.getenv()), ProgramFolder::letsRun);
    }
    return known;
  }

  /** Folders in which one of ours may be made, best first. */
  private static List<Path> elsewhere(Map<String, String> environment) {
    return Stream.of(
            System.getProperty("java.io.tmpdir"),
            environment.get("XDG_RUNTIME_DIR"),
            "/var/tmp",
            "/dev/shm",
            System.getProperty("user.home"))
        .filter(Objects::nonNull)
        .filter(name -> !name.isBlank())
        .map(Path::of)
        .distinct()
        .toList();
  }

  /**
   * The folder {@code kept}, or else a new one in the first of {@code others} that will do, gone
   * when the JVM ends.
   */
  static Path firstOf(Path kept, List<Path> others, Predicate<Path> letsRun) throws IOException {
    if (letsRun.test(kept)) {
      return kept;
    }
    for (Path other : others) {
      Path made = madeIn(other, letsRun);
      if (made != null) {
        return made;
      }
    }
    throw new IOException(
        "nothing can be executed from %s: each is mounted noexec, full or not writable; set"
                .formatted(
                    Stream.concat(Stream.of(kept), others.stream())
                        .map(Path::toString)
                        .collect(Collectors.joining(", ")))
            + " XDG_CACHE_HOME to a folder of yours where programs may run");
  }

  private static @Nullable Path madeIn(Path other, Predicate<Path> letsRun) throws IOException {
    Path made;
    try {
      made = Files.createTempDirectory(other, NAME, OWNER_ONLY);
    } catch (IOException e) {
      return null; // not there or not writable: the next one may do
    }
    if (!letsRun.test(made)) {
      ScratchFolder.delete(made);
      return null;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> forget(made)));
    return made;
  }

  private static void forget(Path folder) {
    try {
      ScratchFolder.delete(folder);
    } catch (IOException e) {
      System.getLogger(ProgramFolder.class.getName())
          .log(System.Logger.Level.DEBUG, folder + " stays behind", e);
    }
  }

  /**
   * Whether a file in {@code folder}, which is made, could be executed: access(2) says no for a
   * file system mounted {@code noexec}, to root too.
   */
  public static boolean letsRun(Path folder) {
    try {
      Path program = Files.createTempFile(makeOwn(folder), NAME, "", OWNER_ONLY);
      try {
        Files.write(program, new byte[1]); // a full file system makes empty files only
        return Files.isExecutable(program);
      } finally {
        Files.delete(program);
      }
    } catch (IOException e) {
      return false;
    }
  }

  private static Path makeOwn(Path folder) throws IOException {
    return Files.isDirectory(folder) ? folder : Files.createDirectories(folder, OWNER_ONLY);
  }
}
