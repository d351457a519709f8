package org.switchlab.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.run.RunnerException;
import org.switchlab.run.TracedRun;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Stamp;
import org.switchlab.sample.Trace;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.warning.Warning;

/**
 * Traces a few rounds of both flows in one fresh runner process: observes a time stamp a step, and
 * keeps as facts what the kernel counted meanwhile.
 */
public final class Traced implements Visitor {

  /** How many rounds of either flow, by default. */
  private static final int ROUNDS = 100;

  private static final Factor ROUNDS_OPTION =
      Factor.count("rounds")
          .range(1, TracedRun.MOST_ROUNDS)
          .one(ROUNDS)
          .help("Rounds to trace, 1 to %d.".formatted(TracedRun.MOST_ROUNDS));

  private static final String SUBJECT = "pipe-pair-traced";

  private final TracedRun run;
  private final Plan plan;
  private final List<Row> batches = new ArrayList<>();

  private Traced(TracedRun run, Plan plan) {
    this.run = run;
    this.plan = plan;
  }

  /** Tracing of each setting, once. */
  public static Procedure rounds() {
    return Visits.once(
        new FixedEffort(
            List.of(ROUNDS_OPTION),
            choices -> Efforts.once(Math.toIntExact(choices.whole(ROUNDS_OPTION.name())))),
        Stamp.MEASURES,
        task -> new Traced(TracedRun.create(), task.plan()));
  }

  @Override
  public void visit(Setting setting, int process, long seed, Consumer<Observation> sink)
      throws RunnerException, InterruptedException {
    int rounds = Math.toIntExact(plan.effort().fixedRounds());
    Trace trace = run.measure(Point.of(setting, SUBJECT), rounds, plan.cpu(), seed);
    batches.add(setting.row().and(trace.single().row()));
    batches.add(setting.row().and(trace.pair().row()));
    Stamp.observations(setting, process, trace.stamps()).forEach(sink);
  }

  @Override
  public List<Warning> warnings() {
    return run.warnings();
  }

  @Override
  public List<Rows> facts() {
    List<Column> columns = new ArrayList<>(plan.factors());
    columns.addAll(Batch.COLUMNS);
    return List.of(new Rows(Batch.TABLE, columns, batches));
  }
}
