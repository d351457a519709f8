package org.switchlab.procedure;

import java.time.Duration;
import org.switchlab.run.Progress;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** What is said of a run that the user stopped. */
final class Interruption {

  /** The doubt about what it leaves. */
  static final Warning DOUBT =
      new Warning(
          WarningCode.INTERRUPTED,
          "the run was interrupted: it rests on what had been completed",
          "run again to the end");

  private Interruption() {}

  /** Reports the end, which whoever was interrupted has not. */
  static void finish(Progress.Listener listener) {
    listener.report(new Progress(1, Duration.ZERO, "done", true));
  }
}
