package org.switchlab.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Grid;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Protocol;
import org.switchlab.plan.Protocols;
import org.switchlab.result.Result;
import org.switchlab.run.Progress;
import org.switchlab.run.ProgressDefault;

/**
 * A switch-cost experiment being set up: say what differs from the default, then {@link #run()}.
 *
 * <p>Every setter checks its value at once and returns this object. Not thread-safe.
 */
public final class SwitchCostExperiment {

  private final Definition definition;
  private Protocol base;
  private @Nullable Double precision;
  private @Nullable Duration budget;
  private boolean coarse;
  private @Nullable List<Long> sizesBytes;
  private @Nullable List<Long> stridesBytes;
  private @Nullable Integer cpu;
  private @Nullable Long seed;
  private @Nullable Path folder;
  private Progress.@Nullable Listener listener;

  /** An experiment as defined, with the adaptive protocol and the full grid. */
  SwitchCostExperiment(Definition definition) {
    this.definition = definition;
    this.base = definition.walksArray() ? Protocols.adaptive() : Protocols.onePoint();
  }

  /** What this experiment is. */
  public Definition definition() {
    return definition;
  }

  /** Walks arrays of these sizes, in bytes; positive multiples of 64. */
  public SwitchCostExperiment sizesBytes(long... values) {
    requireArray("sizesBytes");
    sizesBytes = requireSome("size", values);
    return this;
  }

  /** Walks with these strides, in bytes; 0 (direct cost) or powers of two from 8. */
  public SwitchCostExperiment stridesBytes(long... values) {
    requireArray("stridesBytes");
    stridesBytes = requireSome("stride", values);
    return this;
  }

  private void requireArray(String setting) {
    if (!definition.walksArray()) {
      throw new IllegalArgumentException(
          "%s walks no array, so %s means nothing to it: use kernel-switch"
              .formatted(definition.name(), setting));
    }
  }

  private static List<Long> requireSome(String what, long[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no %s is given: name at least one".formatted(what));
    }
    return Arrays.stream(values).boxed().toList();
  }

  /** Stops at a point when the interval's half-width is this share of the estimate. */
  public SwitchCostExperiment precision(double share) {
    base.withPrecision(share);
    precision = share;
    return this;
  }

  /** Stops after this time at the latest, with what there is. */
  public SwitchCostExperiment budget(Duration longest) {
    base.withBudgetMs(longest.toMillis());
    budget = longest;
    return this;
  }

  /** A first look: a coarse grid, wider intervals, seconds. */
  public SwitchCostExperiment quick() {
    base = definition.walksArray() ? Protocols.quick() : Protocols.quickOnePoint();
    coarse = true;
    return this;
  }

  /** The paper's fixed protocol; see {@link Protocols#paper(double)}. */
  public SwitchCostExperiment paper(double scale) {
    base = Protocols.paper(scale);
    coarse = false;
    return this;
  }

  /** The protocol with what was asked for, in whatever order. */
  private Protocol protocol() {
    if (precision != null && base.isFixed()) {
      throw new IllegalArgumentException(
          "a precision of %s means nothing to the fixed protocol '%s': leave one of them out"
              .formatted(precision, base.name()));
    }
    Protocol precise = precision == null ? base : base.withPrecision(precision);
    return budget == null ? precise : precise.withBudgetMs(budget.toMillis());
  }

  /** Measures on this logical CPU. */
  public SwitchCostExperiment cpu(int logicalCpu) {
    cpu = logicalCpu;
    return this;
  }

  /** Repeats the random choices of an earlier run. */
  public SwitchCostExperiment seed(long value) {
    seed = value;
    return this;
  }

  /** Writes the result to this folder, step by step while measuring. */
  public SwitchCostExperiment saveTo(Path path) {
    folder = path;
    return this;
  }

  /** Tells this listener, instead of the default one, how far the run has come. */
  public SwitchCostExperiment progress(Progress.Listener newListener) {
    listener = newListener;
    return this;
  }

  /** What {@link #run()} would measure on this machine. */
  public Plan plan() {
    return plan(Machine.read());
  }

  private Plan plan(Machine machine) {
    if (seed == null) {
      seed = ThreadLocalRandom.current().nextLong(1, 1L << 31);
    }
    return new Plan(
        definition.name(),
        definition.title(),
        definition.figure(),
        points(machine),
        protocol(),
        checkedCpu(machine),
        seed);
  }

  private List<Point> points(Machine machine) {
    if (!definition.walksArray()) {
      return List.of(Point.direct(definition.subject()));
    }
    return Grid.points(definition.subject(), sizes(machine), strides());
  }

  private List<Long> sizes(Machine machine) {
    if (sizesBytes != null) {
      return sizesBytes;
    }
    return coarse
        ? Grid.quickSizesBytes(machine.cacheBytes(1), machine.cacheBytes(2))
        : Grid.sizesBytes(machine.cacheBytes(1), machine.cacheBytes(2));
  }

  private List<Long> strides() {
    if (stridesBytes != null) {
      return stridesBytes;
    }
    return coarse ? Grid.QUICK_STRIDES_BYTES : Grid.PAPER_STRIDES_BYTES;
  }

  private int checkedCpu(Machine machine) {
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

  /**
   * Measures on this machine. Interrupting the thread ends it within a second; what was completed
   * is kept and returned, with a warning; see {@link LastResult} for a caller that was interrupted
   * too.
   *
   * @throws ExperimentException if nothing could be measured
   */
  public Result run() {
    Machine machine = Machine.read();
    Progress.Listener to = listener == null ? ProgressDefault.forOneRun() : listener;
    return LastResult.keep(
        new SwitchCostRun(definition, machine, plan(machine), to, folder).result());
  }
}
