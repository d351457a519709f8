package org.switchlab.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whole folders: copied, removed. */
final class Folders {
  private Folders() {}

  /** Removes a folder with all it holds; nothing happens if there is none. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** Copies a folder, but nothing that has one of the names left out. */
  static void copy(Path from, Path to, Set<String> leftOut) throws IOException {
    Files.createDirectories(to);
    List<Path> entries;
    try (Stream<Path> list = Files.list(from)) {
      entries = list.toList();
    }
    for (Path entry : entries) {
      String name = entry.getFileName().toString();
      if (leftOut.contains(name)) {
        continue;
      }
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        copy(entry, to.resolve(name), leftOut);
      } else {
        Files.copy(
            entry, to.resolve(name), LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** Gives a folder with all it holds to a user. */
  static void give(Path folder, int uid) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.forEach(path -> own(path, uid));
    }
  }

  private static void own(Path path, int uid) {
    try {
      Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
