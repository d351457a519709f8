package org.switchlab.procedure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.switchlab.counter.CounterException;
import org.switchlab.run.Progress;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Source;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Counting that may not come to its end: what was seen until then is what was measured. */
public final class Counting {

  private Counting() {}

  /** What tells its observations as it counts. */
  @FunctionalInterface
  public interface Body {

    /**
     * Counts.
     *
     * @throws CounterException if that fails or is interrupted
     */
    void count(Consumer<Observation> sink);
  }

  /**
   * What {@code body} tells. An interrupt is taken note of and ends here, so that the result can be
   * stored.
   *
   * @param doubts those that there are already
   * @throws MeasuringException if it failed before anything was seen
   */
  public static Measured run(Source source, Task task, List<Warning> doubts, Body body) {
    List<Observation> seen = new ArrayList<>();
    List<Warning> warnings = new ArrayList<>(doubts);
    Consumer<Observation> sink = seen::add;
    boolean interrupted = false;
    try {
      body.count(sink.andThen(task.recorder()));
    } catch (CounterException e) {
      interrupted = Thread.interrupted();
      if (!interrupted && seen.isEmpty()) {
        throw new MeasuringException(String.valueOf(e.getMessage()), e);
      }
      task.progress().report(new Progress(1, Duration.ZERO, "done", true));
      warnings.add(interrupted ? stopped() : lost(e));
    }
    return new Measured(source, seen, Map.of(), List.of(), warnings, interrupted);
  }

  /** The doubt that an interrupt leaves. */
  static Warning stopped() {
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
