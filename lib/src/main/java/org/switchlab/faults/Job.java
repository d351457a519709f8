package org.switchlab.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** What a session is told to do while something goes wrong. */
enum Job {
  /** Measures a switch and saves the result. */
  RUN("run"),
  /** The same for longer, so that runners are there to be killed. */
  LONG("long"),
  /** Counts what a command does. */
  COUNT("count");

  private final String word;

  Job(String word) {
    this.word = word;
  }

  /** Whether a result comes of it. */
  boolean isMeasured() {
    return this != COUNT;
  }

  /** In names of faults, and what a session is told. */
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
    return session.ask(word + " " + (isMeasured() ? folder : "true"));
  }
}
