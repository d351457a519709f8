package org.switchlab.procedure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.Visits.Judge;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Source;
import org.switchlab.unit.Plural;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * Works a plan off, pass by pass: every open setting is visited once a pass, in a new random order,
 * so that drift of the machine spreads over all of them. After each pass the settings that the
 * judge is content with are closed.
 */
public final class Sampling {

  private final Task task;
  private final Visitor visitor;
  private final Judge judge;
  private final Pace pace;
  private final Random random;
  private final List<SettingState> states;
  private final List<Observation> seen = new ArrayList<>();
  private @Nullable RunnerException firstFailure;
  private int failures;
  private int visits;

  /**
   * Prepares to work a plan off.
   *
   * @param judge is asked about settings that have had their least number of visits
   * @param nanoTime a monotonic clock, in ns
   */
  public Sampling(Task task, Visitor visitor, Judge judge, LongSupplier nanoTime) {
    this.task = task;
    this.visitor = visitor;
    this.judge = judge;
    this.pace = new Pace(task.plan(), task.progress(), nanoTime);
    this.random = new Random(task.plan().seed());
    this.states =
        task.plan().settings().stream()
            .map(s -> new SettingState(s, task.plan().effort()))
            .toList();
  }

  /**
   * Measures until every setting is closed, the budget ends or the thread is interrupted.
   *
   * @throws RunnerException if nothing at all could be observed
   */
  public Measured run() throws RunnerException {
    boolean interrupted = false;
    try {
      while (states.stream().anyMatch(SettingState::isOpen) && !pace.isOver()) {
        pass();
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    pace.finish();
    if (seen.isEmpty() && firstFailure != null) {
      throw firstFailure;
    }
    return measured(interrupted);
  }

  private void pass() throws InterruptedException {
    List<SettingState> order = new ArrayList<>(states);
    order.removeIf(state -> !state.isOpen());
    Collections.shuffle(order, random);
    for (SettingState state : order) {
      if (pace.isOver()) {
        return;
      }
      pace.report(state.setting, visits);
      visit(state);
    }
    look();
  }

  private void visit(SettingState state) throws InterruptedException {
    state.begin();
    long seed = random.nextLong() >>> 1;
    int before = seen.size();
    try {
      visitor.visit(state.setting, state.processes(), seed, seen::add);
      if (seen.size() == before) {
        // Without this a fixed protocol would go on asking a setting that has nothing to show.
        state.failed();
      }
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

  private void look() {
    List<SettingState> due = states.stream().filter(SettingState::isDue).toList();
    if (due.isEmpty()) {
      return;
    }
    Set<Setting> content = new HashSet<>();
    if (!task.plan().effort().isFixed()) {
      content.addAll(judge.content(seen, due.stream().map(state -> state.setting).toList()));
    }
    due.forEach(state -> state.looked(content.contains(state.setting)));
  }

  private Measured measured(boolean interrupted) {
    Stop unfinished = interrupted ? Stop.INTERRUPTED : Stop.BUDGET;
    Map<Setting, Stop> stops = new LinkedHashMap<>();
    states.forEach(state -> stops.put(state.setting, state.stopOr(unfinished)));
    return new Measured(
        Source.MEASURED, seen, stops, visitor.facts(), warnings(interrupted), interrupted);
  }

  private List<Warning> warnings(boolean interrupted) {
    List<Warning> warnings = new ArrayList<>(visitor.warnings());
    if (interrupted) {
      warnings.add(Counting.stopped());
    }
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

  /** How far the measuring of one setting has come. */
  private static final class SettingState {

    /** After so many failures in a row it is not tried at this setting again. */
    private static final int FAILURES_TO_GIVE_UP = 2;

    final Setting setting;
    private final Effort effort;
    private int begun;
    private int processes;
    private int failures;
    private int checkAtProcesses;
    private @Nullable Stop stop;

    SettingState(Setting setting, Effort effort) {
      this.setting = setting;
      this.effort = effort;
      this.checkAtProcesses = effort.minProcesses();
    }

    void begin() {
      begun++;
    }

    /**
     * How often it was begun before this time. What failed leaves a gap, so that all that one pass
     * measures bears one number.
     */
    int processes() {
      return begun - 1;
    }

    boolean isOpen() {
      return stop == null;
    }

    /**
     * Whether enough was added since the last look for another one. The looks are a tenth apart, so
     * that their cost stays a small share of a long run instead of growing with its square.
     */
    boolean isDue() {
      return isOpen() && processes >= checkAtProcesses;
    }

    void close(Stop reason) {
      if (stop == null) {
        stop = reason;
      }
    }

    Stop stopOr(Stop otherwise) {
      return stop == null ? otherwise : stop;
    }

    void visited() {
      processes++;
      failures = 0;
    }

    void failed() {
      if (++failures >= FAILURES_TO_GIVE_UP) {
        close(Stop.FAILED);
      }
    }

    /** Closes the setting if it was looked at and that is all that was asked for. */
    void looked(boolean content) {
      if (effort.isFixed()) {
        close(Stop.FIXED);
      } else if (content) {
        close(Stop.PRECISION);
      } else if (processes >= effort.maxProcesses()) {
        close(Stop.BUDGET);
      }
      checkAtProcesses = Math.min(effort.maxProcesses(), processes + 1 + processes / 10);
    }
  }
}
