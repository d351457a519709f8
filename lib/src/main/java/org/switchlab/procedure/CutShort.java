package org.switchlab.procedure;

import java.time.Duration;
import java.util.List;
import org.switchlab.counter.CounterException;
import org.switchlab.run.Progress;
import org.switchlab.sample.Observation;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * A counting that did not come to its end.
 *
 * @param interrupted whether the user stopped it
 * @param doubt what that leaves of the result
 */
record CutShort(boolean interrupted, Warning doubt) {

  /**
   * What {@code failure} leaves of {@code seen}. An interrupt is taken note of and ends here, so
   * that the result can be stored.
   *
   * @param progress is told that nothing follows
   * @throws MeasuringException if it failed before anything was seen
   */
  static CutShort by(CounterException failure, List<Observation> seen, Progress.Listener progress) {
    boolean interrupted = Thread.interrupted();
    if (!interrupted && seen.isEmpty()) {
      throw new MeasuringException(String.valueOf(failure.getMessage()), failure);
    }
    progress.report(new Progress(1, Duration.ZERO, "done", true));
    return new CutShort(interrupted, interrupted ? stopped() : lost(failure));
  }

  private static Warning stopped() {
    return new Warning(
        WarningCode.INTERRUPTED,
        "the run was interrupted: it rests on what had been completed",
        "run again to the end");
  }

  private static Warning lost(CounterException failure) {
    return new Warning(
        WarningCode.RUNNER_FAILED,
        "counting failed on the way, and the rest is missing: " + failure.getMessage(),
        "run the experiment again");
  }
}
