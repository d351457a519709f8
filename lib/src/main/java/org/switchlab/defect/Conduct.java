package org.switchlab.defect;

import java.util.Arrays;
import java.util.Locale;

/** How the couples of one part of a pass are measured. */
public enum Conduct {
  /** As it should be: one process, single and pair in turn, pinned to one CPU. */
  PAIRED("pipe-pair"),
  /** The same, but both processes walk one array. */
  SHARED_ARRAY("pipe-pair-shared-array"),
  /** Singles by one process, pairs by another, one after the other. */
  SEPARATE("pipe-pair"),
  /** One long single and then one long pair. */
  LONG("pipe-pair"),
  /** In turn, but on whatever CPUs the scheduler chooses, at an ordinary priority. */
  UNPINNED("pipe-pair");

  /** Column that says how something was measured. */
  public static final String FACTOR = "conduct";

  private final String subject;

  Conduct(String subject) {
    this.subject = subject;
  }

  /** As observations and plans name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the runner runs for it. */
  public String subject() {
    return subject;
  }

  /** Whether each couple is measured at once and on one CPU, so that it can be judged by itself. */
  boolean inTurn() {
    return this == PAIRED || this == SHARED_ARRAY;
  }

  /**
   * The conduct that observations name so.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Conduct named(String word) {
    return Arrays.stream(values())
        .filter(conduct -> conduct.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no conduct '" + word + "'"));
  }
}
