package org.switchlab.faults;

/** What kind of thing goes wrong. */
enum Kind {
  /** The n-th system call of a name fails with an error number. */
  CALL("failed call"),
  /** A process is killed, or asked to end, at some moment. */
  KILL("killed"),
  /** A file system is full, or a file may not grow. */
  DISK("full disk"),
  /** A right, a tool or a CPU is taken away, alone or with another one. */
  RIGHT("taken away"),
  /** A program that ours needs misbehaves. */
  HELPER("bad helper"),
  /** A stored file is changed. */
  DAMAGE("damaged file");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /** In a table. */
  String words() {
    return words;
  }
}
