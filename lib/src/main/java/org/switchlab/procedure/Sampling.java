package org.switchlab.procedure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.Visits.Judge;
import org.switchlab.run.RunnerException;
import org.switchlab.run.UnavailableException;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Source;
import org.switchlab.table.Rows;
import org.switchlab.unit.Plural;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * Works a plan off, pass by pass: every open setting is visited once a pass, in a new random order,
 * so that drift of the machine spreads over all of them.
 *
 * <p>The time is used to its end: the last pass is begun and cut off. Which settings it still
 * reached is chance, so that what it saw counts for each of them; a difference between settings is
 * formed only in passes that saw all of them.
 *
 * <p>When it ends does not follow from what is seen, with two exceptions that are paid for: a pilot
 * may say once how many passes a precision takes ({@link TwoStage}), and a run may go on until its
 * verdicts are decided, each look at a stricter level ({@link Looks}).
 */
public final class Sampling {

  /** How a run stands is asked first after so many passes: the fewest that give an interval. */
  private static final int FIRST_ASKED = 3;

  private final Task task;
  private final Visitor visitor;
  private final Judge judge;
  private final Effort effort;
  private final Pace pace;
  private final Looks looks;
  private final Random random;
  private final List<SettingState> states;
  private final List<Observation> seen = new ArrayList<>();
  private @Nullable RunnerException firstFailure;
  private final Gaps gaps;
  private int failures;
  private int visits;
  private int passes;
  private int nextAsked = FIRST_ASKED;

  /**
   * Prepares to work a plan off.
   *
   * @param judge says after a pilot how many passes a precision takes
   * @param nanoTime a monotonic clock, in ns
   */
  public Sampling(Task task, Visitor visitor, Judge judge, LongSupplier nanoTime) {
    this.task = task;
    this.visitor = visitor;
    this.judge = judge;
    this.effort = task.plan().effort();
    this.pace = new Pace(task.plan(), task.progress(), nanoTime);
    this.looks = new Looks(effort.level());
    this.random = new Random(task.plan().seed());
    this.states = task.plan().settings().stream().map(SettingState::new).toList();
    this.gaps = new Gaps(task.plan());
    if (effort.isFixed()) {
      states.forEach(state -> state.plan(effort.passes(), Stop.FIXED));
    }
  }

  /**
   * Measures until every setting is closed, the time ends or the thread is interrupted.
   *
   * @throws RunnerException if nothing at all could be observed
   */
  public Measured run() throws RunnerException {
    boolean interrupted = false;
    try {
      do {
        while (isAnyOpen() && !pace.isOver()) {
          pass();
        }
      } while (effort.waitsForVerdicts() && goesOnAfterALook());
    } catch (InterruptedException e) {
      interrupted = true;
      if (effort.waitsForVerdicts()) {
        looks.add(pace.elapsedNs(), passes, null);
      }
    }
    pace.finish();
    throwIfNothingSeen(firstFailure);
    throwIfNothingSeen(gaps.first());
    return measured(interrupted);
  }

  private void throwIfNothingSeen(@Nullable RunnerException why) throws RunnerException {
    if (seen.isEmpty() && why != null) {
      throw why;
    }
  }

  private boolean isAnyOpen() {
    return states.stream().anyMatch(SettingState::isOpen);
  }

  private void pass() throws InterruptedException {
    int pass = passes++;
    List<SettingState> order = new ArrayList<>(states);
    order.removeIf(state -> !state.isOpen());
    Collections.shuffle(order, random);
    for (SettingState state : order) {
      if (pace.isOver()) {
        return;
      }
      pace.report(state.setting(), pass, visits);
      visit(state, pass);
    }
    if (effort.hasPilot() && passes == TwoStage.PILOT_PASSES) {
      planFromPilot();
    }
    states.forEach(SettingState::closeIfDone);
    if (!effort.isFixed() && passes >= nextAsked) {
      nextAsked = passes + 1 + passes / 5; // so that asking stays a small share of a long run
      Optional<Needs.Open> open = open();
      open.ifPresent(needs -> pace.open(needs.verdicts()));
      visitor.passed(seen(), open.map(Needs.Open::settings).orElse(Set.of()));
    }
  }

  private void planFromPilot() {
    Map<Setting, Integer> wanted = judge.passes(seen());
    states.forEach(state -> state.plan(wanted.getOrDefault(state.setting(), 0), Stop.PRECISION));
    pace.plan(states.stream().mapToLong(SettingState::planned).sum());
  }

  private Optional<Needs.Open> open() {
    double level = effort.waitsForVerdicts() ? looks.level() : effort.level();
    return task.needs().open(seen(), level);
  }

  private List<Observation> seen() {
    return Collections.unmodifiableList(seen);
  }

  private boolean goesOnAfterALook() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    int open = open().map(Needs.Open::verdicts).orElse(0);
    looks.add(pace.elapsedNs(), passes, open);
    pace.open(open);
    if (open == 0) {
      states.forEach(state -> state.close(Stop.DECIDED));
    }
    return isAnyOpen() && pace.extend();
  }

  private void visit(SettingState state, int pass) throws InterruptedException {
    long seed = random.nextLong() >>> 1;
    int before = seen.size();
    try {
      visitor.visit(state.setting(), pass, seed, seen::add);
      if (seen.size() == before) {
        // Without this a fixed protocol would go on asking a setting that has nothing to show.
        state.failed();
      }
    } catch (UnavailableException e) {
      gaps.add(state.setting(), e);
      state.close(Stop.UNAVAILABLE);
    } catch (RunnerException e) {
      failures++;
      firstFailure = firstFailure == null ? e : firstFailure;
      state.failed();
    } finally {
      if (seen.size() > before) {
        state.visited();
        visits++;
        seen.subList(before, seen.size()).forEach(task.recorder());
      }
    }
  }

  private Measured measured(boolean interrupted) {
    Stop unfinished = interrupted ? Stop.INTERRUPTED : Stop.BUDGET;
    Map<Setting, Stop> stops = new LinkedHashMap<>();
    states.forEach(state -> stops.put(state.setting(), state.stopOr(unfinished)));
    List<Rows> facts = new ArrayList<>(visitor.facts());
    gaps.table().ifPresent(facts::add);
    if (effort.waitsForVerdicts()) {
      facts.add(looks.table());
    }
    return new Measured(Source.MEASURED, seen, stops, facts, warnings(interrupted), interrupted);
  }

  private List<Warning> warnings(boolean interrupted) {
    List<Warning> warnings = new ArrayList<>(visitor.warnings());
    if (interrupted) {
      warnings.add(Counting.stopped());
    }
    warnings.addAll(gaps.warnings());
    if (firstFailure != null) {
      warnings.add(
          new Warning(
              WarningCode.RUNNER_FAILED,
              "measuring failed %s; first: %s"
                  .formatted(Plural.of(failures, "time"), firstFailure.getMessage()),
              "run the experiment again; if it fails again, run the program by hand"));
    }
    return warnings;
  }
}
