package org.switchlab.sample;

import java.util.Arrays;

/** Which of the paper's two flows a batch ran. */
public enum Variant {
  /** One process passes each message to itself: work without a switch. */
  SINGLE("single"),
  /** Two processes pass the message to each other: the same work with switches. */
  PAIR("switch");

  private final String word;

  Variant(String word) {
    this.word = word;
  }

  /** What the counter figures call it: {@code single} or {@code switch}. */
  public String word() {
    return word;
  }

  /**
   * The flow called {@code word}.
   *
   * @throws IllegalArgumentException naming both
   */
  public static Variant of(String word) {
    return Arrays.stream(values())
        .filter(variant -> variant.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no flow '%s'; there are: single, switch".formatted(word)));
  }
}
