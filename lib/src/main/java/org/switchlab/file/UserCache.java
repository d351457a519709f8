package org.switchlab.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Where files are kept that can be made again: {@code $XDG_CACHE_HOME/switchlab}. */
public final class UserCache {

  private UserCache() {}

  /** The folder, which need not exist yet; by default {@code ~/.cache/switchlab}. */
  public static Path folder() {
    return folder(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /**
   * The same.
   *
   * @param accountHome the home in the system's list of users, which in containers is often not
   *     there: then {@code HOME} counts
   */
  static Path folder(Map<String, String> environment, Path accountHome) {
    String configured = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!configured.isBlank()) {
      return Path.of(configured, "switchlab");
    }
    Path home =
        Stream.of(accountHome, Path.of(environment.getOrDefault("HOME", "")))
            .filter(folder -> folder.isAbsolute() && Files.isDirectory(folder))
            .findFirst()
            .orElse(accountHome);
    return home.resolve(".cache").resolve("switchlab");
  }
}
