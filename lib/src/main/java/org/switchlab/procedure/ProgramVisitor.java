package org.switchlab.procedure;

import java.util.ArrayList;
import java.util.List;
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

/**
 * Runs a program once a visit.
 *
 * @param program the program
 * @param first arguments before those of the setting
 * @param plan what is measured
 * @param measures what it may report
 */
record ProgramVisitor(Program program, List<String> first, Plan plan, List<Column> measures)
    implements Visitor {

  ProgramVisitor(Program program, Plan plan, List<Column> measures) {
    this(program, List.of(), plan, measures);
  }

  @Override
  public void visit(Setting setting, int process, long seed, Consumer<Observation> sink)
      throws RunnerException, InterruptedException {
    List<String> arguments = new ArrayList<>(first);
    arguments.addAll(Programs.arguments(plan.factors(), setting, seed));
    int repetition = 0;
    for (Map<String, Double> seen : program.run(arguments, plan.cpu(), measures)) {
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
