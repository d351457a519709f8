package org.switchlab.bench;

/** What a benchmark says about its promise. */
public enum Kept {
  /** The promise is kept here. */
  YES("yes"),
  /** It is not. */
  NO("no"),
  /** This machine cannot answer. */
  NOT_MEASURABLE("not measurable here");

  private final String words;

  Kept(String words) {
    this.words = words;
  }

  /** As people and programs read it. */
  public String words() {
    return words;
  }
}
