package org.switchlab.faults;

/** What the end of a command says where no result can be looked at. */
final class Told {

  private Told() {}

  /** A failure needs a sentence on stderr, and no trace of a stack. */
  static Verdict of(Ended end) {
    if (end.exitCode() == null) {
      return new Verdict(Outcome.STUCK, end.describe());
    }
    if (end.success()) {
      return Verdict.right();
    }
    boolean traced =
        end.err()
            .lines()
            .anyMatch(line -> line.startsWith("\tat ") || line.startsWith("Traceback"));
    return end.err().isBlank() || traced
        ? new Verdict(Outcome.MUTE, end.describe())
        : new Verdict(Outcome.REFUSED, end.describe());
  }
}
