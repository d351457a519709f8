package org.switchlab.counter;

import java.util.List;
import java.util.Locale;
import org.switchlab.unit.Named;

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
    return Named.find("level", List.of(values()), Level::word, word);
  }

  /**
   * The level of a measured loop.
   *
   * @throws IllegalArgumentException listing the loops that have one
   */
  public static Level ofSubject(String subject) {
    return Named.find("subject of the counter figures", List.of(values()), Level::subject, subject);
  }
}
