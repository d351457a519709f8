package org.switchlab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.switchlab.plan.Point;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Couple;
import org.switchlab.sample.Variant;
import org.switchlab.warning.Warning;

/**
 * A runner that measures nothing: costs follow a script, noise follows the job's seed.
 *
 * <p>The same jobs give the same couples, to the nanosecond.
 */
public final class ScriptedRunner implements Runner {

  private static final long ROUNDS = 1_000;
  private static final long SINGLE_NS = 400;
  private static final long REFERENCE_NS = 10_000;

  private final ToDoubleFunction<Point> switchCostNs;
  private final List<ProcessJob> jobs = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private double noiseShare;
  private double disturbedShare;
  private int failingJob = -1;
  private int failingCouple;

  /** Every switch at a point costs what {@code switchCostNs} says, in ns. */
  public ScriptedRunner(ToDoubleFunction<Point> switchCostNs) {
    this.switchCostNs = switchCostNs;
  }

  /** Scatters the cost evenly within this share of it, up and down. */
  public ScriptedRunner noise(double share) {
    noiseShare = share;
    return this;
  }

  /** Disturbs this share of the couples: they and their reference loops take half as long again. */
  public ScriptedRunner disturbed(double share) {
    disturbedShare = share;
    return this;
  }

  /** Lets job {@code job} fail after it handed over {@code couples}; both count from 0. */
  public ScriptedRunner failing(int job, int couples) {
    failingJob = job;
    failingCouple = couples;
    return this;
  }

  /** Reports a refused right. */
  public ScriptedRunner warning(Warning warning) {
    warnings.add(warning);
    return this;
  }

  /** The jobs asked for so far, in order. */
  public List<ProcessJob> jobs() {
    return List.copyOf(jobs);
  }

  @Override
  public void measure(ProcessJob job, Consumer<Couple> sink)
      throws RunnerException, InterruptedException {
    boolean fails = jobs.size() == failingJob;
    jobs.add(job);
    var random = new SplittableRandom(job.seed());
    for (int index = 0; index < job.couples(); index++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (fails && index == failingCouple) {
        throw new RunnerException("scripted failure after %d couples".formatted(index), null);
      }
      sink.accept(couple(job.point(), index, random));
    }
  }

  @Override
  public List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  private Couple couple(Point point, int index, SplittableRandom random) {
    double slowdown = random.nextDouble() < disturbedShare ? 1.5 : 1;
    double noise = 1 + noiseShare * (2 * random.nextDouble() - 1);
    double costNs = switchCostNs.applyAsDouble(point) * noise;
    boolean pairFirst = random.nextBoolean();
    return new Couple(
        index,
        pairFirst,
        batch(Variant.SINGLE, SINGLE_NS * slowdown, 0, slowdown),
        batch(Variant.PAIR, 2 * (SINGLE_NS + costNs) * slowdown, 2 * ROUNDS, slowdown));
  }

  private static Batch batch(Variant variant, double roundNs, long switches, double slowdown) {
    long referenceNs = Math.round(REFERENCE_NS * slowdown);
    return new Batch(
        variant,
        ROUNDS,
        Math.round(roundNs * ROUNDS),
        referenceNs,
        referenceNs,
        switches,
        switches,
        0,
        false);
  }
}
