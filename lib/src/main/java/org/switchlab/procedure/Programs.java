package org.switchlab.procedure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.run.Program;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.Observation;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.warning.Warning;

/** Measuring by a program of anybody's that speaks the line protocol of programs. */
public final class Programs {

  private Programs() {}

  /**
   * By a command: a fresh process a visit, on the plan's CPU, given the setting as {@code --name
   * value} and a {@code --seed}.
   *
   * @param silence how long it may say nothing before it counts as hung
   * @param command its name on PATH or its file, then the arguments it always gets
   */
  public static Procedure program(Duration silence, List<String> command) {
    if (command.isEmpty() || command.getFirst().isBlank()) {
      throw new IllegalArgumentException("a program has no name: give program(…) its command");
    }
    List<String> kept = List.copyOf(command);
    return new MeasureVisits(
        (task, measures) -> new ProgramVisitor(Program.of(kept, silence), task.plan(), measures));
  }

  /** What a program is told of a setting, in the order of the plan. */
  static List<String> arguments(List<Column> factors, Setting setting, long seed) {
    List<String> words = new ArrayList<>();
    for (Column factor : factors) {
      if (setting.has(factor.name())) {
        words.addAll(List.of(option(factor.name()), setting.text(factor.name())));
      }
    }
    words.addAll(List.of("--seed", Long.toString(seed)));
    return words;
  }

  /** The option for a column: {@code --sleep-ns} for {@code sleepNs}. */
  static String option(String column) {
    return "--" + column.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /**
   * Runs a program once a visit.
   *
   * @param program the program
   * @param first arguments before those of the setting
   * @param factors what it is told of a setting, in this order
   * @param cpu the only logical CPU it may run on
   * @param measures what it may report
   */
  record ProgramVisitor(
      Program program, List<String> first, List<Column> factors, int cpu, List<Column> measures)
      implements Visitor {
    /** Keeps immutable copies. */
    ProgramVisitor {
      first = List.copyOf(first);
      factors = List.copyOf(factors);
      measures = List.copyOf(measures);
    }

    ProgramVisitor(Program program, Plan plan, List<Column> measures) {
      this(program, List.of(), plan.factors(), plan.cpu(), measures);
    }

    @Override
    public void visit(Setting setting, int process, long seed, Consumer<Observation> sink)
        throws RunnerException, InterruptedException {
      List<String> arguments = new ArrayList<>(first);
      arguments.addAll(arguments(factors, setting, seed));
      int repetition = 0;
      for (Map<String, Double> seen : program.run(arguments, cpu, measures)) {
        Row row = Row.of();
        for (Map.Entry<String, Double> number : seen.entrySet()) {
          row = row.with(number.getKey(), number.getValue());
        }
        sink.accept(new Observation(setting, process, repetition++, row));
      }
    }

    @Override
    public List<Warning> warnings() {
      return program.warnings();
    }
  }
}
