package org.switchlab.faults;

/** What came of a fault. */
enum Outcome {
  /** Everything was as if nothing had happened. */
  RIGHT("right"),
  /** It ended with a message that says why. */
  REFUSED("refused"),
  /** There is an answer, and it carries a doubt. */
  MARKED("marked"),
  /** It ended before the fault could reach it: no fault at all. */
  NOT_MET("not met"),
  /** A number is wrong, and nothing says so. */
  SILENT("silently wrong"),
  /** It failed, and no sentence says why. */
  MUTE("failed without a sentence"),
  /** A process, file, descriptor, lock or mount stayed behind. */
  LEFT_OVER("left something behind"),
  /** It did not end. */
  STUCK("hung"),
  /** The session that it happened in ended with it. */
  TOOK_SESSION("took the session with it"),
  /** What came next, without a fault, was not right. */
  NEXT_WRONG("next run wrong");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  /** In a table. */
  String words() {
    return words;
  }

  /** Whether it breaks the promise. */
  boolean isBad() {
    return compareTo(NOT_MET) > 0;
  }
}
