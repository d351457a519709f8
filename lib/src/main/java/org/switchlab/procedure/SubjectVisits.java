package org.switchlab.procedure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.EffortOptions.Extra;
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

/** Measuring what programs in many languages do with a workload; see {@link Subjects}. */
public final class SubjectVisits {

  /** Name of the factor that says which subject. */
  public static final String SUBJECT = "subject";

  /** Name of the factor that says which workload, where that varies. */
  public static final String WORKLOAD = "workload";

  private static final String COUNTABLE = "cpp/";

  /** Some forty subjects take turns. */
  private static final EffortOptions EFFORT =
      new EffortOptions(
          Efforts.visits().withBudgetMs(90_000),
          Efforts.quickVisits().withBudgetMs(40_000),
          Extra.VERDICTS);

  /** The same of several workloads each. */
  private static final EffortOptions EFFORT_OF_ALL =
      new EffortOptions(
          Efforts.visits().withBudgetMs(300_000), Efforts.quickVisits().withBudgetMs(72_000));

  private SubjectVisits() {}

  /**
   * By the program of each subject: a fresh process a visit, on the plan's CPU. All are built
   * first; a subject whose program cannot be built here is a gap.
   *
   * @param workload what they do: the first argument of each program
   */
  public static Procedure subjects(String workload) {
    return visits(setting -> workload, EFFORT);
  }

  /** The same doing the workload that the setting says. */
  public static Procedure ofWorkloads() {
    return visits(setting -> setting.text(WORKLOAD), EFFORT_OF_ALL);
  }

  private static Procedure visits(Function<Setting, String> workload, EffortOptions effort) {
    return new MeasureVisits(
        List.of(),
        effort,
        (task, measures) -> {
          var building = new Building(task, measures);
          try {
            for (Setting setting : task.plan().settings()) {
              building.add(workload.apply(setting), setting.text(SUBJECT));
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunnerException("the run was interrupted while programs were built", e);
          }
          return new SubjectVisitor(workload, building.built, building.missing);
        });
  }

  /** The factor of subjects that can do one of {@code workloads}, all of them by default. */
  public static Factor factor(List<String> workloads) {
    List<String> names =
        workloads.stream()
            .flatMap(workload -> Subjects.doing(workload).keySet().stream())
            .map(Subject::name)
            .distinct()
            .toList();
    return Factor.choice(SUBJECT, names)
        .word("subjects")
        .help("What to compare, by name (default: all).");
  }

  /** The same without those that only show what one step changes, unless they are named. */
  public static Factor factorForUse(List<String> workloads) {
    Factor all = factor(workloads);
    return all.by(all.choices().stream().filter(name -> !Subjects.named(name).variant()).toList())
        .help("What to compare, by name (default: all but variants).");
  }

  /** The same of programs that can be counted by an emulated core: those in C++. */
  public static Factor factorOfCountable(List<String> workloads) {
    Factor all = factor(workloads);
    List<String> countable =
        Subjects.programs().stream()
            .filter(program -> program.folder().startsWith(COUNTABLE))
            .flatMap(program -> program.subjects().stream())
            .map(Subject::name)
            .filter(all.choices()::contains)
            .toList();
    return Factor.choice(SUBJECT, countable).word(all.word()).help(all.help());
  }

  /** What a visit is of. */
  private record Job(String workload, String subject) {}

  /** Builds the programs of a run, each once. */
  private static final class Building {

    /** What a program is told of in other words. */
    private static final Set<String> TOLD = Set.of(WORKLOAD);

    private final Plan plan;
    private final Progress.Listener progress;
    private final List<Column> measures;
    private final List<Column> factors;
    private final SubjectBuild build = new SubjectBuild();
    private final Map<SubjectProgram, List<String>> commands = new HashMap<>();
    final Map<Job, Programs.ProgramVisitor> built = new HashMap<>();
    final Map<Job, UnavailableException> missing = new HashMap<>();

    Building(Task task, List<Column> measures) {
      this.plan = task.plan();
      this.progress = task.progress();
      this.measures = measures;
      this.factors =
          plan.factors().stream().filter(factor -> !TOLD.contains(factor.name())).toList();
    }

    void add(String workload, String subject) throws RunnerException, InterruptedException {
      var job = new Job(workload, subject);
      if (built.containsKey(job) || missing.containsKey(job)) {
        return;
      }
      try {
        SubjectProgram program = program(job);
        Program started = Program.of(command(program), Program.SILENCE).named(subject);
        built.put(
            job,
            new Programs.ProgramVisitor(
                started, List.of(workload), factors, plan.cpu(), measures, measures.subList(0, 1)));
      } catch (UnavailableException e) {
        missing.put(job, e);
      }
    }

    private static SubjectProgram program(Job job) {
      Subject subject = Subjects.named(job.subject());
      SubjectProgram program = Subjects.doing(job.workload()).get(subject);
      if (program == null) {
        throw new IllegalArgumentException(
            "%s cannot do %s; it can do: %s"
                .formatted(subject.name(), job.workload(), String.join(", ", subject.workloads())));
      }
      return program;
    }

    private List<String> command(SubjectProgram program)
        throws RunnerException, InterruptedException {
      List<String> known = commands.get(program);
      if (known == null) {
        if (!build.isBuilt(program)) {
          progress.report(Progress.waiting("building " + program.name()));
        }
        known = build.command(program);
        commands.put(program, known);
      }
      return known;
    }
  }

  /** Runs the program of a setting's subject once a visit. */
  private record SubjectVisitor(
      Function<Setting, String> workload,
      Map<Job, Programs.ProgramVisitor> built,
      Map<Job, UnavailableException> missing)
      implements Visitor {

    @Override
    public void visit(Setting setting, int process, long seed, Consumer<Observation> sink)
        throws RunnerException, InterruptedException {
      var job = new Job(workload.apply(setting), setting.text(SUBJECT));
      UnavailableException gap = missing.get(job);
      if (gap != null) {
        throw gap;
      }
      refuseAboveLimits(Subjects.named(job.subject()), setting);
      Objects.requireNonNull(built.get(job)).visit(setting, process, seed, sink);
    }

    private static void refuseAboveLimits(Subject subject, Setting setting)
        throws UnavailableException {
      for (Map.Entry<String, Long> limit : subject.limits().entrySet()) {
        if (setting.whole(limit.getKey(), 0) > limit.getValue()) {
          throw new UnavailableException(
              "%s takes %d %s at most".formatted(subject.name(), limit.getValue(), limit.getKey()),
              "ask it for fewer");
        }
      }
    }

    @Override
    public List<Warning> warnings() {
      List<Warning> warnings = new ArrayList<>();
      built.values().forEach(visitor -> warnings.addAll(visitor.warnings()));
      return warnings.stream().distinct().toList();
    }
  }
}
