package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.switchlab.estimate.AccessPattern;
import org.switchlab.machine.Cache;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Grid;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Protocols;
import org.switchlab.result.AccessPatternResult;
import org.switchlab.result.Frame;
import org.switchlab.run.RunnerException;
import org.switchlab.run.WalkOrder;
import org.switchlab.sample.Source;

/**
 * Fig. 2: which elements a walk touches, in which order.
 *
 * <p>Varies the stride. Measures no time: the runner tells the order of the loop that is measured.
 * Reads: every stride touches every element once, so the number of touches, lines and pages is the
 * same; what differs is how often the walk comes to another line or page.
 */
public final class AccessPatternExperiment extends Experiment<AccessPatternExperiment> {

  private static final Definition DEFINITION =
      new Definition(
          "access-pattern",
          List.of("fig2"),
          "Which elements a walk touches, and in which order",
          "Fig. 2",
          "Fig. 2: the order of a walk's touches, by stride",
          List.of());

  static final Entry ENTRY = new Entry(DEFINITION, AccessPatternExperiment::new);

  /** Of all walks together: beyond, the table is a burden and the picture shows no more. */
  private static final long MOST_TOUCHES = 1 << 20;

  private static final int USUAL_LINE_BYTES = 64;

  private long sizeBytes = 1 << 10;
  private List<Long> stridesBytes = List.of(8L, 64L, 256L);

  /** Begins to set one up: an array of 1 KiB, strides of 8, 64 and 256 B. */
  public AccessPatternExperiment() {
    super(DEFINITION);
  }

  @Override
  AccessPatternExperiment self() {
    return this;
  }

  /** Walks an array of this one size, in bytes. */
  @Override
  public AccessPatternExperiment sizesBytes(long... values) {
    sizeBytes = requireOne("array size", values);
    return this;
  }

  /** Walks with these strides, in bytes; 0 would touch nothing. */
  @Override
  public AccessPatternExperiment stridesBytes(long... values) {
    stridesBytes = Arrays.stream(values).boxed().toList();
    if (stridesBytes.isEmpty() || stridesBytes.contains(0L)) {
      throw new IllegalArgumentException(
          "strides are %s; %s walks with one or several above 0, such as 8 and 64"
              .formatted(stridesBytes, definition().name()));
    }
    return this;
  }

  @Override
  Plan plan(Machine machine) {
    long touches = sizeBytes / Point.ELEMENT_BYTES * stridesBytes.size();
    if (touches > MOST_TOUCHES) {
      throw new IllegalArgumentException(
          "%d strides over %d B are %d touches; at most %d are listed: use a smaller array, the pattern repeats"
              .formatted(stridesBytes.size(), sizeBytes, touches, MOST_TOUCHES));
    }
    return new Plan(
        definition().name(),
        definition().title(),
        definition().figure(),
        Grid.points("pipe-pair", List.of(sizeBytes), stridesBytes),
        Protocols.once(1),
        cpuOn(machine),
        seedOrDrawn());
  }

  @Override
  AccessPatternResult run(Machine machine, Plan plan) {
    Frame begun = Frame.begun(Source.MEASURED, SwitchCostRun.now(), machine, plan);
    var recording = new Recording(folder(), AccessPatternResult.KIND, begun);
    List<AccessPattern> patterns = new ArrayList<>();
    try {
      for (Point point : plan.points()) {
        int pageBytes = Math.toIntExact(point.pageBytes());
        patterns.add(AccessPattern.of(point, lineBytes(machine), pageBytes, WalkOrder.of(point)));
      }
    } catch (RunnerException e) {
      throw ExperimentException.nothing(plan, e);
    } catch (InterruptedException e) {
      throw ExperimentException.interrupted(plan, e);
    }
    // The machine's doubts are about times, of which there are none here.
    var result = new AccessPatternResult(begun, patterns);
    return result.withFrame(recording.finish(result));
  }

  private static int lineBytes(Machine machine) {
    Integer lineBytes = machine.dataCache(1).map(Cache::lineBytes).orElse(null);
    return lineBytes == null ? USUAL_LINE_BYTES : lineBytes;
  }

  /** As {@link Experiment#run()}. */
  @Override
  public AccessPatternResult run() {
    return (AccessPatternResult) super.run();
  }
}
