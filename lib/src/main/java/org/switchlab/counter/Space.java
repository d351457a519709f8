package org.switchlab.counter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where something was counted. */
public enum Space {
  /** While the kernel ran. */
  KERNEL,
  /** While the program itself ran. */
  USER,
  /** Both together. */
  ALL;

  /** As shown and stored. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
