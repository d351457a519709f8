package org.switchlab.cli;

/** What the exit codes of {@code switchlab} mean; scripts rely on them. */
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  /** This machine cannot do what was asked; the message says why. */
  static final int NOT_POSSIBLE_HERE = 3;

  /** The reader of the output has ended: what a shell says of a program that SIGPIPE ended. */
  static final int NO_READER = 141;

  private ExitCode() {}
}
