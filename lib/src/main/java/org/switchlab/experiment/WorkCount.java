package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.run.NativeWorkCounter;
import org.switchlab.run.RunnerException;
import org.switchlab.run.WorkCounter;
import org.switchlab.sample.SwitchWork;
import org.switchlab.unit.Plural;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Counts what switches execute, after they were timed; what cannot be counted is a doubt. */
final class WorkCount {

  private final Plan plan;
  private final UnaryOperator<String> subjectOf;
  private final Map<String, SwitchWork> work = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();

  /**
   * For the points of {@code plan} without an array.
   *
   * @param subjectOf the runner's name of what a point of the plan calls its subject
   */
  WorkCount(Plan plan, UnaryOperator<String> subjectOf) {
    this.plan = plan;
    this.subjectOf = subjectOf;
  }

  /** Counts in this machine's runner. An interrupt ends it with what it has, and stays set. */
  WorkCount run() {
    try {
      return run(NativeWorkCounter.create());
    } catch (RunnerException e) {
      failures.add(String.valueOf(e.getMessage()));
      return this;
    }
  }

  WorkCount run(WorkCounter counter) {
    List<Point> points = plan.points().stream().filter(Point::isDirect).toList();
    try {
      for (Point point : points) {
        count(counter, point);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failures.add("the run was interrupted");
    }
    return this;
  }

  private void count(WorkCounter counter, Point point) throws InterruptedException {
    try {
      work.put(point.subject(), counter.count(subjectOf.apply(point.subject())));
    } catch (RunnerException e) {
      failures.add(String.valueOf(e.getMessage()));
    }
  }

  /** What a switch executes, by the subject of its point. */
  Map<String, SwitchWork> work() {
    return work;
  }

  /** A doubt if something could not be counted. */
  List<Warning> warnings() {
    if (failures.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Warning(
            WarningCode.WORK_NOT_COUNTED,
            "system calls could not be counted %s; first: %s"
                .formatted(Plural.of(failures.size(), "time"), failures.getFirst()),
            "allow ptrace(2) of one's own children: containers need CAP_SYS_PTRACE or a newer"
                + " seccomp profile"));
  }
}
