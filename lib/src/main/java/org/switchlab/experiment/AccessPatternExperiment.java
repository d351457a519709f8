package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.switchlab.estimate.AccessPattern;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LinearScale;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.machine.Cache;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.Procedure;
import org.switchlab.procedure.Visitor;
import org.switchlab.procedure.Visits;
import org.switchlab.run.RunnerException;
import org.switchlab.run.TracedRun;
import org.switchlab.sample.Observation;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.warning.Warning;

/**
 * Fig. 2: which elements a walk touches, in which order.
 *
 * <p>Varies the stride. Measures no time: the runner tells the order of the loop that is measured.
 * Reads: every stride touches every element once, so the number of touches, lines and pages is the
 * same; what differs is how often the walk comes to another line or page.
 */
public final class AccessPatternExperiment {

  /** Lines of an array that are drawn; the pattern repeats. */
  private static final int MOST_LINES = 32;

  /** Room between two grids, in elements. */
  private static final int GAP = 2;

  /** What the paper prints, and what is drawn. */
  private static final String ERRATUM =
      "Erratum: Algorithm 1 as printed steps its inner loop by i, which never ends for i = 0; this"
          + " is the walk that is measured, which steps by the stride.";

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
  private static final Factor LINE = Factor.bytes(AccessPatternResult.LINE_BYTES).notSettable();

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
          .estimate(AccessPatternResult::tables)
          .as(AccessPatternResult::new)
          .show(AccessPatternExperiment::figure)
          .tables(result -> List.of(result.rows(AccessPatternResult.STRIDES)));

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

  /**
   * The order of touches: a grid a stride, side by side, a row a cache line, shaded by when each
   * element is touched.
   */
  private static Figure figure(AccessPatternResult result) {
    List<AccessPattern> patterns = result.patterns();
    List<Mark> grids = new ArrayList<>();
    int left = 0;
    for (AccessPattern pattern : patterns) {
      String name = "stride %d B".formatted(pattern.point().strideBytes());
      grids.add(new Mark.Cells(name, left, cells(pattern)));
      left += perLine(pattern) + GAP;
    }
    int lines = patterns.stream().mapToInt(AccessPatternExperiment::linesDrawn).max().orElse(1);
    List<String> names = IntStream.range(0, lines).mapToObj(line -> "line " + line).toList();
    int width = Math.max(1, left - GAP);
    return new Figure(
        result.heading("no time in it"),
        notes(patterns),
        new Axis("element within its cache line, one grid a stride", LinearScale.between(0, width)),
        new Axis("cache line", new RowScale(names, List.of(), true)),
        grids);
  }

  private static List<String> notes(List<AccessPattern> patterns) {
    List<String> notes = new ArrayList<>();
    notes.add("Dark is touched early, light late; a number is the place in the order of touches.");
    notes.add(ERRATUM);
    if (patterns.stream().anyMatch(pattern -> lines(pattern) > MOST_LINES)) {
      notes.add("Only the first %d lines are drawn.".formatted(MOST_LINES));
    }
    return notes;
  }

  private static List<Mark.Cell> cells(AccessPattern pattern) {
    int perLine = perLine(pattern);
    int[] touches = pattern.touchByIndex();
    int last = Math.max(1, pattern.touches() - 1);
    return IntStream.range(0, Math.min(touches.length, linesDrawn(pattern) * perLine))
        .filter(index -> touches[index] >= 0)
        .mapToObj(
            index ->
                new Mark.Cell(
                    index % perLine,
                    index / perLine,
                    (double) touches[index] / last,
                    Integer.toString(touches[index])))
        .toList();
  }

  private static int perLine(AccessPattern pattern) {
    return pattern.lineBytes() / Point.ELEMENT_BYTES;
  }

  private static long lines(AccessPattern pattern) {
    return Math.ceilDiv(pattern.point().elements(), perLine(pattern));
  }

  private static int linesDrawn(AccessPattern pattern) {
    return (int) Math.min(MOST_LINES, lines(pattern));
  }

  /**
   * Asks the runner in which order its walk touches an array, without measuring any time. Observes
   * the index of an element a touch; the repetition is the touch's place in the order.
   */
  private static final class Walked implements Visitor {

    private static final String SUBJECT = "pipe-pair";

    private Walked() {}

    /** Asking for each setting, once. */
    static Procedure once() {
      return Visits.once(
          new Visits.FixedEffort(List.of(), choices -> Efforts.once(1)),
          List.of(Column.count(AccessPatternResult.INDEX, "index of the element")),
          task -> new Walked());
    }

    @Override
    public void visit(Setting setting, int process, long seed, Consumer<Observation> sink)
        throws RunnerException, InterruptedException {
      int[] indexes = TracedRun.walkOrder(Point.of(setting, SUBJECT));
      for (int touch = 0; touch < indexes.length; touch++) {
        sink.accept(
            new Observation(
                setting, process, touch, Row.of(AccessPatternResult.INDEX, indexes[touch])));
      }
    }

    @Override
    public List<Warning> warnings() {
      return List.of();
    }
  }
}
