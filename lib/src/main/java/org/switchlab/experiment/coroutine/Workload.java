package org.switchlab.experiment.coroutine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.switchlab.experiment.Experiment;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Measure;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.SubjectCounts;
import org.switchlab.procedure.SubjectVisits;
import org.switchlab.subject.Subject;
import org.switchlab.subject.Subjects;
import org.switchlab.table.Column;
import org.switchlab.table.Unit;

/** Begins the experiments that compare subjects at one workload. */
public final class Workload {

  /** Time of an operation, nothing subtracted. */
  public static final Measure GROSS = new Measure("gross", Unit.NS);

  /** Time of what the coroutines are compared with, in the same process. */
  public static final Measure BASELINE = new Measure("baseline", Unit.NS);

  /** Gross less baseline: what coroutines add. */
  public static final Measure NET = new Measure(Column.ESTIMATE_NAME, Unit.NS);

  /** Gross by baseline. */
  public static final Measure RELATIVE = new Measure("relative", Unit.RATIO);

  /** Time of a call of an empty function in the same language. */
  public static final Measure CALL = new Measure("call", Unit.NS);

  /** Ticks of the time-stamp counter. */
  public static final Measure CYCLES = new Measure("cycles", Unit.COUNT);

  /** Of the gross time, what scheduling and switching take. */
  public static final Measure SCHEDULER = new Measure("scheduler", Unit.NS);

  /** How often the scheduler ran for each operation, counted. */
  public static final Measure RUNS = new Measure("schedulerRuns", Unit.COUNT);

  /** Whatever a program may report of any workload, the whole time first. */
  public static final List<Measure> REPORTED =
      List.of(GROSS, NET, BASELINE, RELATIVE, CALL, CYCLES, SCHEDULER, RUNS);

  private static final String SYSTEMS = "systems";

  private Workload() {}

  /**
   * An experiment that has every subject do {@code name}.
   *
   * @param measures what their programs report, the main one first
   * @param further what varies besides the subject
   */
  public static Experiment<CoroutineResult> workload(
      String name, List<Measure> measures, Factor... further) {
    List<Factor> varied = new ArrayList<>();
    varied.add(SubjectVisits.factor(List.of(name)));
    varied.addAll(Arrays.asList(further));
    return comparison(name, List.of(name), measures, varied).by(SubjectVisits.subjects(name));
  }

  /**
   * An experiment that has every subject do each of {@code workloads} that it can do, as its
   * program does them by default.
   *
   * @param measures what their programs report, the main one first
   */
  public static Experiment<CoroutineResult> all(
      String name, List<String> workloads, List<Measure> measures) {
    Factor workload =
        Factor.choice(SubjectVisits.WORKLOAD, workloads)
            .word("workloads")
            .help("What they do (default: all).");
    return comparison(
            name, workloads, measures, List.of(SubjectVisits.factorForUse(workloads), workload))
        .by(SubjectVisits.ofWorkloads());
  }

  /**
   * An experiment that counts by an emulated core what each subject in C++ executes at each of
   * {@code workloads} that it can do.
   *
   * @param measures what is counted, the main one first
   */
  public static Experiment<CoroutineResult> counted(
      String name, List<String> workloads, List<Measure> measures) {
    Factor workload =
        Factor.choice(SubjectVisits.WORKLOAD, workloads)
            .word("workloads")
            .help("What they do (default: all).");
    List<Factor> varied = List.of(SubjectVisits.factorOfCountable(workloads), workload);
    return Experiment.experiment(name)
        .vary(varied.toArray(Factor[]::new))
        .settings(
            choices -> choices.combinations(varied).stream().filter(Workload::isPossible).toList())
        .untimed()
        .measure(measures.toArray(Measure[]::new))
        .by(new SubjectCounts())
        .estimate(new SubjectAnalysis(measures))
        .as(CoroutineResult::new)
        .tables(CoroutineResult::tables);
  }

  private static Experiment<CoroutineResult> comparison(
      String name, List<String> workloads, List<Measure> measures, List<Factor> varied) {
    return Experiment.experiment(name)
        .vary(varied.toArray(Factor[]::new))
        .option(systems(workloads))
        .settings(choices -> settings(choices, varied))
        .measure(measures.toArray(Measure[]::new))
        .estimate(new SubjectAnalysis(measures))
        .as(CoroutineResult::new)
        .show(SubjectFigure::of)
        .also("beyond-baseline", SubjectFigure::net)
        .tables(CoroutineResult::tables)
        .headline(CoroutineResult::sentence);
  }

  private static Factor systems(List<String> workloads) {
    Set<String> systems = new LinkedHashSet<>();
    for (String workload : workloads) {
      Subjects.doing(workload).keySet().forEach(subject -> systems.add(subject.system()));
    }
    return Factor.choice(SYSTEMS, List.copyOf(systems))
        .help("Compare all subjects of these systems only, such as Go,Rust.");
  }

  private static List<Setting> settings(Choices choices, List<Factor> varied) {
    List<String> systems = choices.texts(SYSTEMS);
    return choices.combinations(varied).stream()
        .filter(setting -> systems.contains(subject(setting).system()))
        .filter(Workload::isPossible)
        .toList();
  }

  private static boolean isPossible(Setting setting) {
    return !setting.has(SubjectVisits.WORKLOAD)
        || subject(setting).workloads().contains(setting.text(SubjectVisits.WORKLOAD));
  }

  private static Subject subject(Setting setting) {
    return Subjects.named(setting.text(SubjectVisits.SUBJECT));
  }
}
