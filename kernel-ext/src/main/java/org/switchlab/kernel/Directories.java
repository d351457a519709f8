package org.switchlab.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes directories with all they hold. */
final class Directories {

  private Directories() {}

  static void delete(Path directory) throws IOException {
    List<Path> innermostFirst;
    try (Stream<Path> files = Files.walk(directory)) {
      innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : innermostFirst) {
      Files.deleteIfExists(file);
    }
  }
}
