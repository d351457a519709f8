package org.switchlab.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The checkout that this program was started from, and where things lie in it.
 *
 * @param root the folder that holds {@code switchlab}, {@code notebooks/} and {@code lib/}
 */
public record Project(Path root) {

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

  /** Where this program keeps what it can make again: logs, locks, the Python environment. */
  public Path state() {
    return root.resolve(".switchlab");
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
