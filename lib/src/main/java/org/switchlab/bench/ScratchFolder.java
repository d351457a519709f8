package org.switchlab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A temporary folder for results that only a benchmark looks at.
 *
 * @param path the folder
 */
record ScratchFolder(Path path) implements AutoCloseable {

  static ScratchFolder open() throws IOException {
    return new ScratchFolder(Files.createTempDirectory("switchlab-bench-"));
  }

  /** Removes it with all it holds. */
  @Override
  public void close() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(path)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }
}
