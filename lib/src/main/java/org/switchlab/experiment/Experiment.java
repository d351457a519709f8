package org.switchlab.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.Level;
import org.switchlab.emulator.Disturbance;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.result.Result;
import org.switchlab.run.Progress;
import org.switchlab.run.ProgressDefault;

/**
 * An experiment being set up: say what differs from the default, then {@link #run()}.
 *
 * <p>Every setter checks its value at once and returns this object. A setting that means nothing to
 * an experiment is refused, saying so. Not thread-safe.
 *
 * @param <E> the experiment's own type, which setters return
 */
public abstract class Experiment<E extends Experiment<E>> {

  private final Definition definition;
  private @Nullable Integer cpu;
  private @Nullable Long seed;
  private @Nullable Path folder;
  private Progress.@Nullable Listener listener;

  /** An experiment as defined, with its defaults. */
  Experiment(Definition definition) {
    this.definition = definition;
  }

  /** This object as what it is. */
  abstract E self();

  /** What {@link #run()} would measure on {@code machine}. */
  abstract Plan plan(Machine machine);

  /** Measures what {@code plan} says; see {@link #run()}. */
  abstract Result run(Machine machine, Plan plan);

  /** What this experiment is. */
  public final Definition definition() {
    return definition;
  }

  /** What {@link #run()} would measure on this machine. */
  public final Plan plan() {
    return plan(Machine.read());
  }

  /**
   * Runs on this machine. Interrupting the thread ends it within a second; what was completed is
   * kept and returned, with a warning; see {@link LastResult} for a caller that was interrupted
   * too.
   *
   * @throws ExperimentException if nothing could be measured
   */
  public Result run() {
    Machine machine = Machine.read();
    return LastResult.keep(run(machine, plan(machine)));
  }

  /** Walks arrays of these sizes, in bytes; positive multiples of 64. */
  public E sizesBytes(long... values) {
    throw meaningless("array sizes");
  }

  /** Walks with these strides, in bytes; 0 (direct cost) or powers of two from 8. */
  public E stridesBytes(long... values) {
    throw meaningless("strides");
  }

  /** Measures these rungs of the ladder only, by name. */
  public E rungs(String... names) {
    throw meaningless("rungs");
  }

  /** Stops at a point when the interval's half-width is this share of the estimate. */
  public E precision(double share) {
    throw meaningless("a precision");
  }

  /** Stops after this time at the latest, with what there is. */
  public E budget(Duration longest) {
    throw meaningless("a budget");
  }

  /** A first look, in seconds. */
  public E quick() {
    throw meaningless("a quick run");
  }

  /**
   * The paper's fixed protocol.
   *
   * @param scale factor on its N = 100 000 messages, above 0 and up to 1
   */
  public E paper(double scale) {
    throw meaningless("the paper's protocol");
  }

  /** Takes switches of the kernel between processes, or of a library between threads. */
  public E level(Level level) {
    throw meaningless("a level");
  }

  /**
   * Counts by this source: {@code perf}, {@code emulated}, {@code recorded}, or {@code auto} for
   * the first of them that can be had.
   */
  public E source(String name) {
    throw meaningless("a source of counts");
  }

  /**
   * Where counts are emulated, emulates this machine: a preset's name, or {@code this} for the one
   * it runs on.
   */
  public E preset(String name) {
    throw meaningless("a preset");
  }

  /** Where counts are emulated, lets this make repetitions differ. */
  public E disturbance(Disturbance what) {
    throw meaningless("a disturbance");
  }

  /** Replays what was recorded in this folder: a stored result, or any with a counts.csv. */
  public E recording(Path folder) {
    throw meaningless("a recording");
  }

  /** Counts each point so often; 1 or more, and 2 or more for intervals. */
  public E repetitions(int times) {
    throw meaningless("repetitions");
  }

  /** Does this many rounds of each flow. */
  public E rounds(int count) {
    throw meaningless("a number of rounds");
  }

  /** Measures on this logical CPU. */
  public E cpu(int logicalCpu) {
    cpu = logicalCpu;
    return self();
  }

  /** Repeats the random choices of an earlier run. */
  public E seed(long value) {
    seed = value;
    return self();
  }

  /** Writes the result to this folder, step by step while measuring. */
  public E saveTo(Path path) {
    folder = path;
    return self();
  }

  /** Tells this listener, instead of the default one, how far the run has come. */
  public E progress(Progress.Listener newListener) {
    listener = newListener;
    return self();
  }

  /** The refusal of a setting that this experiment has no use for. */
  final IllegalArgumentException meaningless(String setting) {
    return new IllegalArgumentException(
        "%s has no use for %s: leave that out".formatted(definition.name(), setting));
  }

  /** The one value of a setting that takes only one here. */
  final long requireOne(String what, long... values) {
    if (values.length != 1) {
      throw new IllegalArgumentException(
          "%d %ss are given; %s takes exactly one"
              .formatted(values.length, what, definition.name()));
    }
    return values[0];
  }

  /** The seed asked for, or one that is drawn now and kept. */
  final long seedOrDrawn() {
    if (seed == null) {
      seed = ThreadLocalRandom.current().nextLong(1, 1L << 31);
    }
    return seed;
  }

  /** The CPU asked for, or the one to measure on. */
  final int cpuOn(Machine machine) {
    if (cpu == null) {
      return machine.measuringCpu().orElse(0);
    }
    if (!machine.allowedCpus().contains(cpu)) {
      throw new IllegalArgumentException(
          "CPU %d is not among those this process may use: %s"
              .formatted(cpu, machine.allowedCpus()));
    }
    return cpu;
  }

  /** Where the result goes; absent if it is not to be stored. */
  final @Nullable Path folder() {
    return folder;
  }

  /** Who is told how far the run has come. */
  final Progress.Listener listener() {
    return listener == null ? ProgressDefault.forOneRun() : listener;
  }
}
