package org.switchlab.sampling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.estimate.PointEstimator;
import org.switchlab.estimate.ReferenceFloor;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Protocol;
import org.switchlab.run.ProcessJob;
import org.switchlab.run.Progress;
import org.switchlab.run.Runner;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.Couple;
import org.switchlab.sample.ProcessSample;
import org.switchlab.sample.Samples;
import org.switchlab.unit.Plural;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * Works a plan off, pass by pass: every open point gets one fresh process a pass, in a new random
 * order, so that drift of the machine spreads over all points. After each pass the points whose
 * interval is narrow enough are closed.
 */
public final class Sampling {

  private final Plan plan;
  private final Runner runner;
  private final OptionalDouble knownFloorNs;
  private final Consumer<ProcessSample> recorder;
  private final Pace pace;
  private final Random random;
  private final List<PointState> states;
  private final List<ProcessSample> measured = new ArrayList<>();
  private @Nullable RunnerException firstFailure;
  private int failures;

  /**
   * Prepares to work {@code plan} off.
   *
   * @param runner measures the processes
   * @param knownFloorNs lowest reference floor this machine has shown before, in ns
   * @param recorder is given each process's sample as soon as it is complete
   * @param listener is told how far the run has come
   * @param nanoTime a monotonic clock, in ns
   */
  public Sampling(
      Plan plan,
      Runner runner,
      OptionalDouble knownFloorNs,
      Consumer<ProcessSample> recorder,
      Progress.Listener listener,
      LongSupplier nanoTime) {
    this.plan = plan;
    this.runner = runner;
    this.knownFloorNs = knownFloorNs;
    this.recorder = recorder;
    this.pace = new Pace(plan, listener, nanoTime);
    this.random = new Random(plan.seed());
    this.states =
        plan.points().stream().map(point -> new PointState(point, plan.protocol())).toList();
  }

  /**
   * Measures until every point is closed, the budget ends or the thread is interrupted.
   *
   * @throws RunnerException if no process at all could be measured
   */
  public Sampled run() throws RunnerException {
    boolean interrupted = false;
    try {
      while (anyOpen() && !pace.isOver()) {
        pass();
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    pace.finish();
    if (measured.isEmpty() && firstFailure != null) {
      throw firstFailure;
    }
    return outcome(interrupted);
  }

  private void pass() throws InterruptedException {
    List<PointState> order = new ArrayList<>(states);
    order.removeIf(state -> !state.isOpen());
    Collections.shuffle(order, random);
    for (PointState state : order) {
      if (pace.isOver()) {
        return;
      }
      pace.report(state.point, measured.size());
      measure(state);
    }
    closeDone();
  }

  private void measure(PointState state) throws InterruptedException {
    Protocol protocol = plan.protocol();
    long seed = random.nextLong() >>> 1;
    int process = state.processes.size();
    var job =
        new ProcessJob(
            state.point,
            process,
            seed,
            protocol.couplesPerProcess(),
            protocol.batchNs(),
            protocol.fixedRounds(),
            plan.cpu());
    List<Couple> couples = new ArrayList<>();
    try {
      runner.measure(job, couples::add);
    } catch (RunnerException e) {
      failures++;
      firstFailure = firstFailure == null ? e : firstFailure;
      state.fail();
    } finally {
      keep(state, new ProcessSample(state.point, process, seed, couples));
    }
  }

  private void keep(PointState state, ProcessSample sample) {
    if (!sample.couples().isEmpty()) {
      state.add(sample);
      measured.add(sample);
      recorder.accept(sample);
    }
  }

  private void closeDone() {
    List<PointState> due = states.stream().filter(PointState::isDue).toList();
    if (due.isEmpty()) {
      return;
    }
    OptionalDouble floorNs = ReferenceFloor.floorNs(measured);
    var floor = new ReferenceFloor(floorNs.orElseThrow());
    var estimator = new PointEstimator(plan, floor);
    boolean quiet = floor.isAtKnown(knownFloorNs);
    due.parallelStream()
        .forEach(
            state -> {
              var now = estimator.estimate(state.point, state.processes, Stop.BUDGET);
              state.closeIfDone(now, plan.protocol(), quiet);
            });
  }

  private boolean anyOpen() {
    return states.stream().anyMatch(PointState::isOpen);
  }

  private Sampled outcome(boolean interrupted) {
    Stop unfinished = interrupted ? Stop.INTERRUPTED : Stop.BUDGET;
    var estimator =
        new PointEstimator(plan, new ReferenceFloor(ReferenceFloor.floorNs(measured).orElse(0)));
    List<PointEstimate> estimates =
        states.parallelStream()
            .map(s -> estimator.estimate(s.point, s.processes, s.stopOr(unfinished)))
            .toList();
    return new Sampled(new Samples(measured), estimates, warnings(interrupted), interrupted);
  }

  private List<Warning> warnings(boolean interrupted) {
    List<Warning> warnings = new ArrayList<>(runner.warnings());
    if (interrupted) {
      warnings.add(
          new Warning(
              WarningCode.INTERRUPTED,
              "the run was interrupted: it rests on what had been completed",
              "run again to the end"));
    }
    if (firstFailure != null) {
      warnings.add(
          new Warning(
              WarningCode.RUNNER_FAILED,
              "the runner failed %s; first: %s"
                  .formatted(Plural.of(failures, "time"), firstFailure.getMessage()),
              "run the experiment again; if it fails again, run the runner by hand"));
    }
    return warnings;
  }
}
