package org.switchlab.suite;

import java.io.IOException;

/** One part of the suite, which counts its own tests. */
interface Step {
  /** What the summary calls it. */
  String name();

  /**
   * Runs it.
   *
   * @throws IOException if a program cannot be started or a report not be read: the step has failed
   */
  Tally run() throws IOException, InterruptedException;
}
