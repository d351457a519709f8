package org.switchlab.counter;

import java.util.Locale;

/** Where something was counted. */
public enum Space {
  /** While the kernel ran. */
  KERNEL,
  /** While the program itself ran. */
  USER,
  /** Both together. */
  ALL;

  /** As written in tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
