package org.switchlab.experiment;

import java.util.List;
import org.switchlab.estimate.AccessPatternAnalysis;
import org.switchlab.machine.Cache;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.Walked;

/**
 * Fig. 2: which elements a walk touches, in which order.
 *
 * <p>Varies the stride. Measures no time: the runner tells the order of the loop that is measured.
 * Reads: every stride touches every element once, so the number of touches, lines and pages is the
 * same; what differs is how often the walk comes to another line or page.
 */
public final class AccessPatternExperiment {

  /** Of all walks together: beyond, the table is a burden and the picture shows no more. */
  private static final long MOST_TOUCHES = 1 << 20;

  private static final int USUAL_LINE_BYTES = 64;

  private static final Factor STRIDES =
      Walks.STRIDES
          .where(
              "a power of two from 8 B (0 would touch nothing)",
              v -> (long) v >= Point.ELEMENT_BYTES && Long.bitCount((long) v) == 1)
          .by(List.of(8L, 64L, 256L))
          .help("Strides: powers of two from 8 B, such as 8,64,256.");

  /** The machine's; what a line is decides how often a walk comes to another one. */
  private static final Factor LINE = Factor.bytes(AccessPatternAnalysis.LINE_BYTES).notSettable();

  /** As data. */
  public static final Experiment<AccessPatternResult> EXPERIMENT =
      Experiment.experiment("access-pattern")
          .alias("fig2")
          .title("Which elements a walk touches, and in which order")
          .summary("Fig. 2: the order of a walk's touches, by stride")
          .redraws("Fig. 2")
          .vary(Walks.SIZES.one(1L << 10), STRIDES, LINE)
          .settings(AccessPatternExperiment::settings)
          .untimed()
          .by(Walked.once())
          .estimate(new AccessPatternAnalysis())
          .as(AccessPatternResult::new)
          .show(AccessPatternFigure::of)
          .tables(result -> List.of(result.rows(AccessPatternAnalysis.STRIDES)));

  private AccessPatternExperiment() {}

  private static List<Setting> settings(Choices choices) {
    long sizeBytes = choices.whole(Walks.SIZES.name());
    int strides = choices.all(STRIDES.name()).size();
    long touches = sizeBytes / Point.ELEMENT_BYTES * strides;
    if (touches > MOST_TOUCHES) {
      throw new IllegalArgumentException(
          "%d strides over %d B are %d touches; at most %d are listed: use a smaller array, the pattern repeats"
              .formatted(strides, sizeBytes, touches, MOST_TOUCHES));
    }
    long lineBytes = lineBytes(choices.machine());
    return Walks.settings(choices).stream().map(walk -> walk.with(LINE.name(), lineBytes)).toList();
  }

  private static int lineBytes(Machine machine) {
    Integer lineBytes = machine.dataCache(1).map(Cache::lineBytes).orElse(null);
    return lineBytes == null ? USUAL_LINE_BYTES : lineBytes;
  }
}
