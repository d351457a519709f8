package org.switchlab.estimate;

/** What a count is divided by, so that counts of different amounts of work compare. */
public enum CountUnit {
  /** Per message passed, each followed by one walk of an array. */
  PER_MESSAGE("a message"),
  /** Per 1000 instructions of the same space. */
  PER_THOUSAND_INSTRUCTIONS("per 1000 instructions");

  private final String words;

  CountUnit(String words) {
    this.words = words;
  }

  /** As read after the name of an event: {@code L1d misses a message}. */
  public String words() {
    return words;
  }
}
