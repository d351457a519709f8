package org.switchlab.python;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.switchlab.file.Sha256;
import org.switchlab.file.UserCache;
import org.switchlab.file.Writable;

/**
 * The checkout that this program was started from, and where things lie in it.
 *
 * @param root the folder that holds {@code switchlab}, {@code notebooks/} and {@code lib/}
 */
public record Project(Path root) {

  private static final int HASH_CHARACTERS = 16;

  /**
   * The checkout of this process, as the {@code switchlab} script names it; without, not possible.
   */
  public static Project current() {
    String home = System.getProperty("switchlab.home");
    if (home == null) {
      throw new NotPossibleException(
          "The folder of SwitchLab is not known: start this through the script switchlab,"
              + " or give the JVM -Dswitchlab.home=<folder of the checkout>.");
    }
    return new Project(Path.of(home));
  }

  /** Where the lessons are. */
  public Path notebooks() {
    return root.resolve("notebooks");
  }

  /**
   * Where this program keeps what it can make again: logs, locks, the Python environment. Others
   * than the checkout's owner may have no right to write there: see {@link #ownState()}.
   */
  public Path state() {
    return root.resolve(".switchlab");
  }

  /**
   * Where this user may keep what can be made again: the checkout's own folder or, where that
   * cannot be written, one for this checkout in the user's cache. Not possible without either.
   */
  public Path ownState() {
    Path cached = UserCache.folder().resolve("checkouts").resolve(nameInCache());
    return Stream.of(state(), cached)
        .filter(Writable::folder)
        .findFirst()
        .orElseThrow(
            () ->
                new NotPossibleException(
                    Writable.refused(state())
                        + ", nor can %s: set XDG_CACHE_HOME to a folder of yours."
                            .formatted(cached)));
  }

  private String nameInCache() {
    byte[] place = root.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
    return Sha256.of(place).substring(0, HASH_CHARACTERS);
  }

  /** The lessons, sorted by name: every {@code .ipynb} directly in {@link #notebooks()}. */
  public List<Path> lessons() throws IOException {
    if (!Files.isDirectory(notebooks())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(notebooks())) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }
}
