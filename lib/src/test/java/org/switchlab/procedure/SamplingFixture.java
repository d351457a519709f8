package org.switchlab.procedure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.switchlab.estimate.CostAnalysis;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Effort.Estimator;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.Visits.Judge;
import org.switchlab.run.Progress;
import org.switchlab.run.Runner;
import org.switchlab.run.RunnerException;
import org.switchlab.run.ScriptedRunner;
import org.switchlab.sample.Couple;
import org.switchlab.sample.Observation;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Unit;
import org.switchlab.warning.Warning;

/** Two settings, scripted visits, and a clock that goes on when it is read. */
abstract class SamplingFixture {

  static final Judge NONE = pilot -> Map.of();
  static final Setting DIRECT = at(0, 0);
  static final Setting ARRAY = at(32 << 10, 64);

  final List<Observation> recorded = new ArrayList<>();
  final List<Progress> reports = new ArrayList<>();
  final StepClock clock = new StepClock(Duration.ofMillis(1));

  static Setting at(long arrayBytes, long strideBytes) {
    return Setting.of("arrayBytes", arrayBytes, "strideBytes", strideBytes);
  }

  static Effort timed(long budgetMs) {
    return new Effort("test", 0.95, budgetMs, 0, 0, 0, 6, 1_000_000, 0, Estimator.TYPICAL);
  }

  static Effort fixed(int passes) {
    return new Effort("test", 0.95, 60_000, 0, passes, 0, 6, 1_000_000, 0, Estimator.TYPICAL);
  }

  static Plan plan(Effort effort) {
    List<Column> factors =
        List.of(
            Column.whole("arrayBytes", Unit.BYTES, "array"),
            Column.whole("strideBytes", Unit.BYTES, "stride"));
    return new Plan(
        "test",
        "A test",
        "",
        factors,
        Couple.MEASURES,
        List.of(DIRECT, ARRAY),
        Map.of(),
        effort,
        0,
        5);
  }

  Measured sample(Plan plan, Visitor visitor, Judge judge) throws RunnerException {
    return sample(plan, visitor, judge, Needs.NONE);
  }

  Measured sample(Plan plan, Visitor visitor, Judge judge, Needs needs) throws RunnerException {
    var choices = new Choices(List.of(), Map.of(), Machine.published(), false);
    var task =
        new Task(plan, Machine.published(), choices, recorded::add, reports::add, needs, null);
    return new Sampling(task, visitor, judge, clock).run();
  }

  Measured sample(Plan plan, Runner runner) throws RunnerException {
    var visitor =
        new PairedVisitor(
            runner,
            plan.effort(),
            setting -> new PairedVisitor.Target(Point.of(setting, "pipe-pair"), 0, 0));
    return sample(plan, visitor, new CostJudge(plan));
  }

  static List<CostEstimate> estimates(Plan plan, Measured measured) {
    return CostAnalysis.estimates(plan, measured.observations(), measured.stops());
  }

  static ScriptedRunner runner() {
    return new ScriptedRunner(point -> point.isDirect() ? 1_000 : 1_500);
  }

  /** What a visit sees. */
  interface Script {
    List<Double> see(Setting setting, int process) throws RunnerException, InterruptedException;
  }

  static Visitor visitor(Script script) {
    return new Scripted(script);
  }

  static class Scripted implements Visitor {
    private final Script script;

    Scripted(Script script) {
      this.script = script;
    }

    @Override
    public void visit(Setting setting, int process, long seed, Consumer<Observation> sink)
        throws RunnerException, InterruptedException {
      for (double value : script.see(setting, process)) {
        sink.accept(new Observation(setting, process, 0, Row.of("durationNs", value)));
      }
    }

    @Override
    public List<Warning> warnings() {
      return List.of();
    }
  }
}
