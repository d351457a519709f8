package org.switchlab.experiment;

import java.util.List;
import java.util.OptionalLong;
import org.switchlab.estimate.TimelineAnalysis;
import org.switchlab.procedure.Traced;

/**
 * Fig. 1: who runs when, with and without switches, from time stamps of both processes.
 *
 * <p>Varies nothing by itself; array, stride and the number of rounds can be given. Measures when
 * each walk, write and read ended. Reads: single and pair do the same work for a message, and the
 * switch is what pair does beside.
 */
public final class TimelineExperiment {

  private static final long SMALL_ARRAY_BYTES = 8 << 10;

  private static final String NOTE =
      "The switch counts with the parts of the system calls in which it happens: where a read"
          + " waits, all of that read is within the switch. Every step holds the time of one clock"
          + " reading.";

  /** As data. */
  public static final Experiment<TimelineResult> EXPERIMENT =
      Experiment.experiment("timeline")
          .alias("fig1")
          .title("Who runs when: messages with and without a switch")
          .summary("Fig. 1: what each process does when, from time stamps of both")
          .redraws("Fig. 1")
          .vary(Walks.SIZES.one(SMALL_ARRAY_BYTES), Walks.STRIDES.one(64L))
          .settings(Walks::settings)
          .by(Traced.rounds())
          .estimate(new TimelineAnalysis())
          .as(TimelineResult::new)
          .show(TimelineFigure::of)
          .tables(result -> List.of(result.rows(TimelineAnalysis.MESSAGE)))
          .notes(
              result ->
                  List.of(
                      "What one message takes is the median of the rounds.",
                      switches(result),
                      NOTE));

  private TimelineExperiment() {}

  private static String switches(TimelineResult result) {
    String seen = "Switches in pair: %d seen in the time stamps".formatted(result.switchesSeen());
    OptionalLong counted = result.switchesCounted();
    OptionalLong expected = result.switchesExpected();
    return counted.isPresent() && expected.isPresent()
        ? "%s, %d counted by the kernel, %d expected."
            .formatted(seen, counted.getAsLong(), expected.getAsLong())
        : seen + ".";
  }
}
