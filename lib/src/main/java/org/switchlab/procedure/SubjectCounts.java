package org.switchlab.procedure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.switchlab.emulator.BranchPredictor;
import org.switchlab.emulator.EmulatedProgram;
import org.switchlab.emulator.EmulatorException;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.NoEmulatorException;
import org.switchlab.emulator.Plugin;
import org.switchlab.emulator.Presets;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Measure;
import org.switchlab.plan.Setting;
import org.switchlab.run.RunnerException;
import org.switchlab.run.UnavailableException;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Source;
import org.switchlab.subject.SubjectBuild;
import org.switchlab.subject.SubjectProgram;
import org.switchlab.subject.Subjects;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.warning.Warning;

/**
 * Counting what an operation of a subject executes, misses and guesses wrong, by an emulated core:
 * what needs no counters of this machine's and no quiet.
 *
 * <p>Repetitions differ by their seed, so by where stacks begin and which copy of the code runs.
 *
 * @param measuresSeen what is counted; the experiment fills it in
 */
public record SubjectCounts(List<Measure> measuresSeen) implements Procedure {

  /** Instructions an operation. */
  public static final String INSTRUCTIONS = "instructions";

  /** Share of the loads and stores that miss L1d. */
  public static final String L1D_MISS = "l1dMiss";

  /** Branches an operation. */
  public static final String BRANCHES = "branches";

  /** Share of the branches that are guessed wrong. */
  public static final String BRANCH_MISS = "branchMiss";

  private static final int OPERATIONS = 20_000;
  private static final int REPETITIONS = 5;
  private static final String USER = "user";
  private static final Pattern COUNTED = Pattern.compile("^counted (\\d+)$", Pattern.MULTILINE);

  /** Keeps an immutable copy. */
  public SubjectCounts {
    measuresSeen = List.copyOf(measuresSeen);
  }

  /** With what it sees still to be said. */
  public SubjectCounts() {
    this(List.of());
  }

  @Override
  public Procedure measuring(List<Measure> measures) {
    return new SubjectCounts(measures);
  }

  @Override
  public List<Factor> options() {
    return visits().options();
  }

  @Override
  public Effort effort(Choices choices) {
    return visits().effort(choices);
  }

  @Override
  public List<Column> measures() {
    return measuresSeen.stream().map(Measure::observed).toList();
  }

  /** Nothing is timed, so that it need not wait for its turn. */
  @Override
  public boolean measuresHere() {
    return false;
  }

  @Override
  public Measured measure(Task task) {
    Measured counted = visits().measure(task);
    return new Measured(
        Source.EMULATED,
        counted.observations(),
        counted.stops(),
        counted.facts(),
        counted.warnings(),
        counted.interrupted());
  }

  private Visits visits() {
    return Visits.once(
        new Visits.FixedEffort(
            List.of(CountOptions.PRESET), choices -> Efforts.counted(REPETITIONS)),
        measures(),
        task -> new Counter(geometry(task), measuresSeen));
  }

  private static Geometry geometry(Task task) {
    String preset = task.choices().text(CountOptions.PRESET.name());
    Geometry geometry =
        preset.equalsIgnoreCase("this")
            ? Geometry.ofMachine(task.machine())
            : Presets.named(preset);
    return geometry.change().branches(BranchPredictor.tage()).build();
  }

  /** Counts one subject at one workload by a process of its own each time. */
  private record Counter(Geometry geometry, List<Measure> measures) implements Visitor {
    /** Keeps an immutable copy. */
    Counter {
      measures = List.copyOf(measures);
    }

    @Override
    public void visit(Setting setting, int process, long seed, Consumer<Observation> sink)
        throws RunnerException, InterruptedException {
      String subject = setting.text(SubjectVisits.SUBJECT);
      String workload = setting.text(SubjectVisits.WORKLOAD);
      List<String> command = new ArrayList<>(command(workload, subject));
      command.addAll(
          List.of(
              workload,
              "--" + SubjectVisits.SUBJECT,
              subject,
              "--counted",
              Integer.toString(OPERATIONS),
              "--seed",
              Long.toString(seed)));
      sink.accept(new Observation(setting, process, 0, seen(count(subject, command))));
    }

    private static List<String> command(String workload, String subject)
        throws RunnerException, InterruptedException {
      SubjectProgram program = Subjects.doing(workload).get(Subjects.named(subject));
      if (program == null) {
        throw new UnavailableException(
            "%s cannot do %s".formatted(subject, workload), "name another workload");
      }
      return new SubjectBuild().command(program);
    }

    private EmulatedProgram.Outcome count(String subject, List<String> command)
        throws RunnerException, InterruptedException {
      try {
        EmulatedProgram.Outcome outcome = EmulatedProgram.count(command, Map.of(), geometry);
        if (outcome.exitCode() != 0) {
          throw new RunnerException(
              "%s ended with code %d under the emulator: %s"
                  .formatted(subject, outcome.exitCode(), outcome.errors().strip()),
              null);
        }
        return outcome;
      } catch (NoEmulatorException e) {
        throw new UnavailableException(
            "there is no user-mode emulator of this system", String.valueOf(e.getMessage()));
      } catch (EmulatorException e) {
        throw new RunnerException(String.valueOf(e.getMessage()), e);
      }
    }

    private Row seen(EmulatedProgram.Outcome outcome) throws RunnerException {
      double operations = operations(new String(outcome.output(), UTF_8));
      Plugin.Counts counts = outcome.counts().getFirst();
      double branches = sum(counts, "branches");
      Map<String, Double> all =
          Map.of(
              INSTRUCTIONS, sum(counts, "instructions") / operations,
              L1D_MISS, sum(counts, "l1d-misses") / sum(counts, "l1d-accesses"),
              BRANCHES, branches / operations,
              BRANCH_MISS, sum(counts, "branch-misses") / branches);
      Row row = Row.of();
      for (Measure measure : measures) {
        row = row.with(measure.observed().name(), all.get(measure.name()));
      }
      return row;
    }

    private static double operations(String output) throws RunnerException {
      Matcher line = COUNTED.matcher(output);
      if (!line.find()) {
        throw new RunnerException("the program did not say how many operations were counted", null);
      }
      return Double.parseDouble(line.group(1));
    }

    private static double sum(Plugin.Counts counts, String event) throws RunnerException {
      OptionalLong sum = counts.sum(event, USER);
      if (sum.isEmpty()) {
        throw new RunnerException("the emulator counted no " + event, null);
      }
      return sum.getAsLong();
    }

    @Override
    public List<Warning> warnings() {
      return List.of();
    }
  }
}
