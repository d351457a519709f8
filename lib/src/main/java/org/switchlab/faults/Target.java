package org.switchlab.faults;

/** What faults happen to. */
enum Target {
  /** Reading a stored result. */
  LOAD("load", false),
  /** The runner, started by hand. */
  RUNNER("runner", false),
  /** The runner where it traces and counts system calls. */
  TRACER("tracer", false),
  /** A session that measures again and again, as a notebook's kernel does. */
  SESSION("session", false),
  /** Writing a result. */
  SAVE("save", false),
  /** The command line, from its start to its end. */
  COMMAND("command", true),
  /** An emulated machine. */
  EMULATOR("emulator", true),
  /** The program that executes notebooks. */
  PYTHON("python", true);

  private final String word;
  private final boolean slow;

  Target(String word, boolean slow) {
    this.word = word;
    this.slow = slow;
  }

  /** The first part of its faults' names. */
  String word() {
    return word;
  }

  /** Whether a fault takes seconds. */
  boolean isSlow() {
    return slow;
  }
}
