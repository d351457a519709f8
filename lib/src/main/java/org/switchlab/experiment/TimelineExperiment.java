package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.estimate.Timeline;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Grid;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Protocols;
import org.switchlab.result.Frame;
import org.switchlab.result.TimelineResult;
import org.switchlab.run.RunnerException;
import org.switchlab.run.TracedRun;
import org.switchlab.sample.Source;
import org.switchlab.sample.Trace;
import org.switchlab.warning.Warning;

/**
 * Fig. 1: who runs when, with and without switches, from time stamps of both processes.
 *
 * <p>Varies nothing by itself; array, stride and the number of rounds can be given. Measures when
 * each walk, write and read ended. Reads: single and pair do the same work for a message, and the
 * switch is what pair does beside.
 */
public final class TimelineExperiment extends Experiment<TimelineExperiment> {

  private static final Definition DEFINITION =
      new Definition(
          "timeline",
          List.of("fig1"),
          "Who runs when: messages with and without a switch",
          "Fig. 1",
          "Fig. 1: what each process does when, from time stamps of both",
          List.of());

  static final Entry ENTRY = new Entry(DEFINITION, TimelineExperiment::new);

  private static final long SMALL_ARRAY_BYTES = 8 << 10;
  private static final int ROUNDS = 100;

  private long sizeBytes = SMALL_ARRAY_BYTES;
  private long strideBytes = 64;
  private int rounds = ROUNDS;

  /** Begins to set one up: an array of 8 KiB, a stride of 64 B, 100 rounds. */
  public TimelineExperiment() {
    super(DEFINITION);
  }

  @Override
  TimelineExperiment self() {
    return this;
  }

  /** Walks arrays of this one size, in bytes. */
  @Override
  public TimelineExperiment sizesBytes(long... values) {
    sizeBytes = requireOne("array size", values);
    return this;
  }

  /** Walks with this one stride, in bytes; 0 walks nothing. */
  @Override
  public TimelineExperiment stridesBytes(long... values) {
    strideBytes = requireOne("stride", values);
    return this;
  }

  /** Traces so many rounds of either flow, of which a typical stretch is drawn; 1 to 1000. */
  @Override
  public TimelineExperiment rounds(int count) {
    if (count < 1 || count > TracedRun.MOST_ROUNDS) {
      throw new IllegalArgumentException(
          "rounds is %d; it must be 1..%d".formatted(count, TracedRun.MOST_ROUNDS));
    }
    rounds = count;
    return this;
  }

  @Override
  Plan plan(Machine machine) {
    return new Plan(
        definition().name(),
        definition().title(),
        definition().figure(),
        Grid.points("pipe-pair-traced", List.of(sizeBytes), List.of(strideBytes)),
        Protocols.once(rounds),
        cpuOn(machine),
        seedOrDrawn());
  }

  @Override
  TimelineResult run(Machine machine, Plan plan) {
    Frame begun = Frame.begun(Source.MEASURED, SwitchCostRun.now(), machine, plan);
    var recording = new Recording(folder(), TimelineResult.KIND, begun);
    try {
      TracedRun run = TracedRun.create();
      int count = Math.toIntExact(plan.protocol().fixedRounds());
      Trace trace = run.measure(plan.points().getFirst(), count, plan.cpu(), plan.seed());
      List<Warning> warnings = new ArrayList<>(run.warnings());
      warnings.addAll(machine.problems());
      var result =
          new TimelineResult(
              begun.withWarnings(Measurement.firstOfEachCode(warnings)), Timeline.of(trace));
      return result.withFrame(recording.finish(result));
    } catch (RunnerException e) {
      throw ExperimentException.nothing(plan, e);
    } catch (InterruptedException e) {
      throw ExperimentException.interrupted(plan, e);
    }
  }

  /** As {@link Experiment#run()}. */
  @Override
  public TimelineResult run() {
    return (TimelineResult) super.run();
  }
}
