package org.switchlab.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Writes whole files: a reader sees the old content or the new, never half. */
public final class AtomicFile {

  private AtomicFile() {}

  /** As {@link #write}, but leaves a file alone that holds {@code content} already. */
  public static void update(Path file, byte[] content) throws IOException {
    if (!holds(file, content)) {
      write(file, content);
    }
  }

  /** Whether {@code file} is there, may be read by this user, and holds {@code content}. */
  public static boolean holds(Path file, byte[] content) throws IOException {
    return Files.isRegularFile(file)
        && Files.isReadable(file)
        && Arrays.equals(Files.readAllBytes(file), content);
  }

  /** Replaces {@code file}, or creates it, in one step; two processes may do so at once. */
  public static void write(Path file, byte[] content) throws IOException {
    // Not a temporary file of Java's: those only their owner may read.
    long pid = ProcessHandle.current().pid();
    Path part = file.resolveSibling("." + file.getFileName() + "." + pid + ".part");
    try {
      write(part, content, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** As {@link Files#write}, which throws no IOException where the system takes no bytes. */
  static void write(Path file, byte[] content, StandardOpenOption... further) throws IOException {
    OpenOption[] options = Arrays.copyOf(further, further.length + 1, OpenOption[].class);
    options[further.length] = StandardOpenOption.WRITE;
    try {
      Files.write(file, content, options);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (RuntimeException e) {
      throw new IOException("the system took no bytes for " + file.getFileName(), e);
    }
  }
}
