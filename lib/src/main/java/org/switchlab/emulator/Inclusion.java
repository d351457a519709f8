package org.switchlab.emulator;

import java.util.Locale;

/** What a cache promises about the lines of the level above it, the one nearer to the core. */
public enum Inclusion {
  /** Holds them all: a line evicted here leaves the levels above too (back-invalidation). */
  INCLUSIVE,
  /** Holds none of them: filled only by what the level above evicts (victim cache). */
  EXCLUSIVE,
  /** Nothing: every miss fills both levels, and each evicts on its own. */
  NONE;

  /** As the plugin and tables write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Inclusion of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
