package org.switchlab.procedure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.run.Program;
import org.switchlab.run.Progress;
import org.switchlab.run.RunnerException;
import org.switchlab.run.UnavailableException;
import org.switchlab.sample.Observation;
import org.switchlab.subject.Subject;
import org.switchlab.subject.SubjectBuild;
import org.switchlab.subject.SubjectProgram;
import org.switchlab.subject.Subjects;
import org.switchlab.table.Column;
import org.switchlab.warning.Warning;

/** Measuring what programs in many languages do with one workload; see {@link Subjects}. */
public final class SubjectVisits {

  /** Name of the factor that says which subject. */
  public static final String SUBJECT = "subject";

  private SubjectVisits() {}

  /**
   * By the program of each subject: a fresh process a visit, on the plan's CPU. All are built first;
   * one that cannot be built here is a gap.
   *
   * @param workload what they do: the first argument of each program
   */
  public static Procedure subjects(String workload) {
    return new MeasureVisits((task, measures) -> SubjectVisitor.open(workload, task, measures));
  }

  /** The factor of subjects that can do {@code workload}, all of them by default. */
  public static Factor factor(String workload) {
    return Factor.choice(SUBJECT, Subjects.doing(workload).keySet().stream().map(Subject::name).toList())
        .word("subjects")
        .help("What to compare, by name (default: all).");
  }

  /** Runs the program of a setting's subject once a visit. */
  private record SubjectVisitor(
      Map<String, Programs.ProgramVisitor> programs, Map<String, UnavailableException> missing)
      implements Visitor {

    static SubjectVisitor open(String workload, Task task, List<Column> measures)
        throws RunnerException {
      try {
        return built(workload, task, measures);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RunnerException("the run was interrupted while programs were built", e);
      }
    }

    private static SubjectVisitor built(String workload, Task task, List<Column> measures)
        throws RunnerException, InterruptedException {
      Plan plan = task.plan();
      Map<Subject, SubjectProgram> able = Subjects.doing(workload);
      Map<String, Programs.ProgramVisitor> programs = new LinkedHashMap<>();
      Map<String, UnavailableException> missing = new HashMap<>();
      for (String name : wanted(plan)) {
        SubjectProgram program = able.get(Subjects.named(name));
        if (program == null) {
          throw new IllegalArgumentException(
              "%s cannot do %s; it can do: %s"
                  .formatted(name, workload, Subjects.named(name).workloads()));
        }
        task.progress().report(Progress.waiting("building " + program.name()));
        try {
          List<String> command = new ArrayList<>(SubjectBuild.command(program));
          command.add(workload);
          programs.put(
              name,
              new Programs.ProgramVisitor(
                  Program.of(command, Program.SILENCE).named(name), plan, measures));
        } catch (UnavailableException e) {
          missing.put(name, e);
        }
      }
      return new SubjectVisitor(programs, missing);
    }

    private static List<String> wanted(Plan plan) {
      return plan.settings().stream().map(setting -> setting.text(SUBJECT)).distinct().toList();
    }

    @Override
    public void visit(Setting setting, int process, long seed, Consumer<Observation> sink)
        throws RunnerException, InterruptedException {
      String name = setting.text(SUBJECT);
      @Nullable UnavailableException gap = missing.get(name);
      if (gap != null) {
        throw gap;
      }
      programs.get(name).visit(setting, process, seed, sink);
    }

    @Override
    public List<Warning> warnings() {
      return programs.values().stream()
          .flatMap(visitor -> visitor.warnings().stream())
          .distinct()
          .toList();
    }
  }
}
