package org.switchlab.emulator;

/** Which line of a full set makes room for a new one. */
public enum Replacement {
  /** The least recently used one. */
  LRU("lru"),
  /** The one a binary tree of "not this half" bits points to: what many L1 caches really do. */
  TREE_PLRU("plru");

  private final String word;

  Replacement(String word) {
    this.word = word;
  }

  /** As the plugin and the command line write it. */
  public String word() {
    return word;
  }
}
