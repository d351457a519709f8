package org.switchlab.estimate;

import java.util.Locale;

/** What a process does for a while. */
public enum Activity {
  /** It walks its array. */
  WALK,
  /** It writes a message, or reads one that is there: a system call that does not wait. */
  SYSTEM_CALL,
  /** The CPU passes between the processes, within the system calls of both. */
  SWITCH,
  /** The other process has the CPU. */
  SWITCHED_OUT;

  /** The one that is called {@code words}. */
  public static Activity of(String words) {
    return valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }

  /** As shown and stored: {@code system call}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
