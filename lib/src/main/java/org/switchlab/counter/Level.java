package org.switchlab.counter;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;

/** Who switches: the operating system between processes, or a library within one. */
public enum Level {
  /** Two processes pass a byte through pipes, and the kernel switches between them. */
  KERNEL("pipe-pair"),
  /** Two threads of the gthread library pass a message in memory and yield to each other. */
  USER("gthread");

  private final String subject;

  Level(String subject) {
    this.subject = subject;
  }

  /** The measured loop, as the runner names it. */
  public String subject() {
    return subject;
  }

  /** As written in tables and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The level written {@code word}.
   *
   * @throws IllegalArgumentException listing the levels there are
   */
  public static Level of(String word) {
    return first(
        level -> level.word().equals(word),
        "there is no level '%s'; there are: kernel, user".formatted(word));
  }

  /**
   * The level of a measured loop.
   *
   * @throws IllegalArgumentException listing the loops that have one
   */
  public static Level ofSubject(String subject) {
    return first(
        level -> level.subject.equals(subject),
        "subject '%s' is of no level of the counter figures; those are pipe-pair and gthread"
            .formatted(subject));
  }

  private static Level first(Predicate<Level> fits, String problem) {
    return Arrays.stream(values())
        .filter(fits)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(problem));
  }
}
