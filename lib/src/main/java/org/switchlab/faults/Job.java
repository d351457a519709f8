package org.switchlab.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** What a session is told to do while something goes wrong. */
enum Job {
  /** Measures a switch and saves the result. */
  RUN("run"),
  /** Counts what a command does. */
  COUNT("count");

  private final String word;

  Job(String word) {
    this.word = word;
  }

  /** In names of faults. */
  String word() {
    return word;
  }

  /**
   * Calls that do not fail in it: the JDK starts and awaits the counted command, so that it shares
   * our terminal, and by these the JDK itself loses processes and descriptors.
   */
  Set<String> spared() {
    return this == COUNT ? Set.of("write", "wait4", "pipe2", "clone", "vfork") : Set.of();
  }

  /** Tells a session to do it, and what it answers. */
  Answer ask(SessionProcess session, Path folder) throws IOException, InterruptedException {
    return session.ask(this == RUN ? "run " + folder : "count true");
  }
}
