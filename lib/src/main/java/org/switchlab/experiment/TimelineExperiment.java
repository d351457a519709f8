package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.switchlab.estimate.Activity;
import org.switchlab.estimate.Span;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LinearScale;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.Procedure;
import org.switchlab.procedure.Visitor;
import org.switchlab.procedure.Visits;
import org.switchlab.run.RunnerException;
import org.switchlab.run.TracedRun;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Stamp;
import org.switchlab.sample.Stamp.Side;
import org.switchlab.sample.Trace;
import org.switchlab.sample.Variant;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.warning.Warning;

/**
 * Fig. 1: who runs when, with and without switches, from time stamps of both processes.
 *
 * <p>Varies nothing by itself; array, stride and the number of rounds can be given. Measures when
 * each walk, write and read ended. Reads: single and pair do the same work for a message, and the
 * switch is what pair does beside.
 */
public final class TimelineExperiment {

  private static final double NS_PER_US = 1e3;

  /**
   * One process of one flow, as a row.
   *
   * @param name what the row is called
   * @param spans what the process did in a typical stretch
   */
  private record Lane(String name, List<Span> spans) {}

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
          .estimate(TimelineResult::tables)
          .as(TimelineResult::new)
          .show(TimelineExperiment::figure)
          .tables(result -> List.of(result.rows(TimelineResult.MESSAGE)))
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

  /**
   * Who ran when: a row a process, time in µs, a colour an activity. Both flows are drawn over the
   * same number of messages from the same zero, so that what pair does beyond single sticks out.
   */
  private static Figure figure(TimelineResult result) {
    List<Lane> lanes = lanes(result);
    double endUs =
        lanes.stream()
            .flatMap(lane -> lane.spans.stream())
            .mapToDouble(span -> span.endNs() / NS_PER_US)
            .max()
            .orElse(1);
    return new Figure(
        result.heading(""),
        List.of(
            "A typical stretch of %d traced rounds; the time stamps themselves are in it."
                .formatted(result.rounds())),
        new Axis("time (µs)", LinearScale.between(0, endUs)),
        new Axis("", new RowScale(lanes.stream().map(Lane::name).toList(), List.of(), true)),
        marks(lanes));
  }

  /** The one process of single, and both of pair. */
  private static List<Lane> lanes(TimelineResult result) {
    List<Span> pair = result.typical(Variant.PAIR);
    return List.of(
        new Lane("single", result.typical(Variant.SINGLE)),
        new Lane("pair: parent", of(pair, Side.PARENT)),
        new Lane("pair: peer", of(pair, Side.PEER)));
  }

  private static List<Span> of(List<Span> spans, Side side) {
    return spans.stream().filter(span -> span.side() == side).toList();
  }

  private static List<Mark> marks(List<Lane> lanes) {
    List<Mark> marks = new ArrayList<>();
    for (Activity activity : Activity.values()) {
      List<Mark.Span> spans =
          IntStream.range(0, lanes.size())
              .boxed()
              .flatMap(row -> spans(lanes.get(row), row, activity))
              .toList();
      if (!spans.isEmpty()) {
        marks.add(new Mark.Spans(activity.words(), Look.line(tint(activity)), spans));
      }
    }
    return marks;
  }

  private static Stream<Mark.Span> spans(Lane lane, int row, Activity activity) {
    return lane.spans.stream()
        .filter(span -> span.activity() == activity)
        .map(span -> new Mark.Span(row, span.beginNs() / NS_PER_US, span.endNs() / NS_PER_US));
  }

  private static int tint(Activity activity) {
    return switch (activity) {
      case WALK -> 2;
      case SYSTEM_CALL -> 1;
      case SWITCH -> 3;
      case SWITCHED_OUT -> Look.GREY;
    };
  }

  /**
   * Traces a few rounds of both flows in one fresh runner process: observes a time stamp a step,
   * and keeps as facts what the kernel counted meanwhile.
   */
  private static final class Traced implements Visitor {

    /** How many rounds of either flow, by default. */
    private static final int ROUNDS = 100;

    private static final Factor ROUNDS_OPTION =
        Factor.count("rounds")
            .range(1, TracedRun.MOST_ROUNDS)
            .one(ROUNDS)
            .help("Rounds to trace, 1 to %d.".formatted(TracedRun.MOST_ROUNDS));

    private static final String SUBJECT = "pipe-pair-traced";

    private final TracedRun run;
    private final Plan plan;
    private final List<Row> batches = new ArrayList<>();

    private Traced(TracedRun run, Plan plan) {
      this.run = run;
      this.plan = plan;
    }

    /** Tracing of each setting, once. */
    static Procedure rounds() {
      return Visits.once(
          new Visits.FixedEffort(
              List.of(ROUNDS_OPTION),
              choices -> Efforts.once(Math.toIntExact(choices.whole(ROUNDS_OPTION.name())))),
          Stamp.MEASURES,
          task -> new Traced(TracedRun.create(), task.plan()));
    }

    @Override
    public void visit(Setting setting, int process, long seed, Consumer<Observation> sink)
        throws RunnerException, InterruptedException {
      int rounds = Math.toIntExact(plan.effort().fixedRounds());
      Trace trace = run.measure(Point.of(setting, SUBJECT), rounds, plan.cpu(), seed);
      batches.add(setting.row().and(trace.single().row()));
      batches.add(setting.row().and(trace.pair().row()));
      Stamp.observations(setting, process, trace.stamps()).forEach(sink);
    }

    @Override
    public List<Warning> warnings() {
      return run.warnings();
    }

    @Override
    public List<Rows> facts() {
      List<Column> columns = new ArrayList<>(plan.factors());
      columns.addAll(Batch.COLUMNS);
      return List.of(new Rows(Batch.TABLE, columns, batches));
    }
  }
}
