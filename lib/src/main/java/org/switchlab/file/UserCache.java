package org.switchlab.file;

import java.nio.file.Path;

/** Where files are kept that can be made again: {@code $XDG_CACHE_HOME/switchlab}. */
public final class UserCache {

  private UserCache() {}

  /** The folder, which need not exist yet; by default {@code ~/.cache/switchlab}. */
  public static Path folder() {
    String configured = System.getenv("XDG_CACHE_HOME");
    Path base =
        configured == null || configured.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(configured);
    return base.resolve("switchlab");
  }
}
