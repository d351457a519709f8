package org.switchlab.unit;

/** Counted things as people write them: {@code 1 point}, {@code 2 points}. */
public final class Plural {

  private Plural() {}

  /** {@code count} and its noun, whose plural ends with an added s. */
  public static String of(long count, String noun) {
    return of(count, noun, noun + "s");
  }

  /** {@code count} and its noun, for nouns with a plural of their own: {@code 2 processes}. */
  public static String of(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
