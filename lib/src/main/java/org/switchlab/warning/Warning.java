package org.switchlab.warning;

import java.util.Objects;

/**
 * One doubt about a result: what is wrong, what that does to the numbers, and what mends it.
 *
 * @param code stable identity, for programs
 * @param message what was found and its effect on the numbers, one sentence
 * @param remedy the command or change that removes the doubt; empty if there is none
 */
public record Warning(WarningCode code, String message, String remedy) {

  /** Refuses absent parts. */
  public Warning {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(remedy, "remedy");
  }

  /** A doubt that nothing on this machine can remove. */
  public static Warning of(WarningCode code, String message) {
    return new Warning(code, message, "");
  }
}
