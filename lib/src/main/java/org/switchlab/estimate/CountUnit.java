package org.switchlab.estimate;

/** What a count is divided by, so that counts of different amounts of work compare. */
public enum CountUnit {
  /** Per message passed, each followed by one walk of an array. */
  PER_MESSAGE("message", "a message"),
  /** Per 1000 instructions of the same space. */
  PER_THOUSAND_INSTRUCTIONS("instructions", "per 1000 instructions");

  private final String word;
  private final String words;

  CountUnit(String word, String words) {
    this.word = word;
    this.words = words;
  }

  /** As written in tables and on the command line. */
  public String word() {
    return word;
  }

  /** As read after the name of an event: {@code L1d misses a message}. */
  public String words() {
    return words;
  }
}
