package org.switchlab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.switchlab.plan.Point;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Couple;
import org.switchlab.sample.Slot;
import org.switchlab.sample.Variant;
import org.switchlab.warning.Warning;

/**
 * A runner that measures nothing: costs follow a script, noise follows the job's seed.
 *
 * <p>The same jobs give the same couples and slots, to the nanosecond.
 */
public final class ScriptedRunner implements Runner {

  private static final long ROUNDS = 1_000;
  private static final long SINGLE_NS = 400;
  private static final long WALK_NS = 5_000;
  private static final long REFERENCE_NS = 10_000;

  private final ToDoubleFunction<Point> switchCostNs;
  private final List<ProcessJob> jobs = new ArrayList<>();
  private final List<StampedJob> stampedJobs = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private double noiseShare;
  private double disturbedShare;
  private Stamping stamping = new Stamping(Stamping.Source.TSC, 20, ROUNDS / 10);
  private int failingJob = -1;
  private int failingPart;

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

  /** Lets job {@code job} fail after it handed over {@code parts}; both count from 0. */
  public ScriptedRunner failing(int job, int parts) {
    failingJob = job;
    failingPart = parts;
    return this;
  }

  /** Says that it stamps like that. */
  public ScriptedRunner stamping(Stamping how) {
    stamping = how;
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

  /** The stamped ones. */
  public List<StampedJob> stampedJobs() {
    return List.copyOf(stampedJobs);
  }

  @Override
  public void measure(ProcessJob job, Consumer<Couple> sink)
      throws RunnerException, InterruptedException {
    boolean fails = jobs.size() == failingJob;
    jobs.add(job);
    var random = new SplittableRandom(job.seed());
    for (int index = 0; index < job.couples(); index++) {
      goOn(fails && index == failingPart, index, "couples");
      sink.accept(couple(job.point(), index, random));
    }
  }

  /** The cost is all direct: every walk takes as long as the others. */
  @Override
  public Stamping stamped(StampedJob job, Consumer<Slot> sink)
      throws RunnerException, InterruptedException {
    boolean fails = stampedJobs.size() == failingJob;
    stampedJobs.add(job);
    var random = new SplittableRandom(job.seed());
    for (int index = 0; index < job.slots(); index++) {
      goOn(fails && index == failingPart, index, "slots");
      sink.accept(slot(job.point(), index, random));
    }
    return stamping;
  }

  private static void goOn(boolean fails, int done, String parts)
      throws RunnerException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (fails) {
      throw new RunnerException("scripted failure after %d %s".formatted(done, parts), null);
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

  private Slot slot(Point point, int index, SplittableRandom random) {
    double slowdown = random.nextDouble() < disturbedShare ? 1.5 : 1;
    double noise = 1 + noiseShare * (2 * random.nextDouble() - 1);
    double messageNs = SINGLE_NS * slowdown;
    double legNs = (SINGLE_NS + switchCostNs.applyAsDouble(point) * noise) * slowdown;
    double walkNs = point.isDirect() ? 0 : WALK_NS * slowdown;
    return new Slot(
        index,
        ROUNDS / stamping.blockRounds(),
        ROUNDS,
        messageNs,
        messageNs,
        legNs,
        legNs,
        walkNs,
        walkNs,
        walkNs,
        walkNs,
        2 * ROUNDS,
        2 * ROUNDS,
        0,
        false);
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
