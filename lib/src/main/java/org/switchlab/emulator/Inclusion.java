package org.switchlab.emulator;

/** What a cache promises about the lines of the level above it, the one nearer to the core. */
public enum Inclusion {
  /** Holds them all: a line evicted here leaves the levels above too (back-invalidation). */
  INCLUSIVE("inclusive"),
  /** Holds none of them: filled only by what the level above evicts (victim cache). */
  EXCLUSIVE("exclusive"),
  /** Nothing: every miss fills both levels, and each evicts on its own. */
  NONE("none");

  private final String word;

  Inclusion(String word) {
    this.word = word;
  }

  /** As the plugin and the command line write it. */
  public String word() {
    return word;
  }
}
