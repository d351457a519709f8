package org.switchlab.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells before anything is begun whether this user may write somewhere. */
public final class Writable {

  private Writable() {}

  /** Whether {@code folder} is there and can be written, or can be made. */
  public static boolean folder(Path folder) {
    return Stream.iterate(folder.toAbsolutePath(), Objects::nonNull, Path::getParent)
        .filter(Files::exists)
        .findFirst()
        .filter(Files::isDirectory)
        .filter(Files::isWritable)
        .isPresent();
  }

  /** Says that {@code folder} cannot be written, and by whom; without a full stop. */
  public static String refused(Path folder) {
    return folder + " cannot be written by " + user();
  }

  /** The user's name; a container's user may have none. */
  private static String user() {
    String name = System.getProperty("user.name");
    return name.equals("?") ? "this user" : name;
  }
}
