package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.switchlab.estimate.SamplePatterns;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Source;
import org.switchlab.sample.Stamp;
import org.switchlab.sample.Trace;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;

/** Timelines and access patterns of scripted traces and of the formula, without a runner. */
final class SampleTeaching {

  private static final String MEASURED_AT = "2026-01-02T03:04:05Z";

  private SampleTeaching() {}

  /** The result that {@code trace} gives. */
  static TimelineResult timeline(Trace trace) {
    Plan plan =
        TimelineExperiment.EXPERIMENT
            .set("rounds", trace.pair().rounds())
            .seed(42)
            .plan(Machine.published());
    Setting setting = plan.settings().getFirst();
    Rows batches =
        new Rows(Batch.TABLE, Batch.COLUMNS, List.of(trace.single().row(), trace.pair().row()));
    List<Observation> seen = Stamp.observations(setting, 0, trace.stamps());
    return result(TimelineExperiment.EXPERIMENT, plan, seen, batches);
  }

  /** The same with another batch of pair. */
  static Trace withPair(Trace trace, Batch pair) {
    return new Trace(trace.point(), trace.single(), pair, trace.stamps());
  }

  /** The result of walks by the formula of Algorithm 1. */
  static AccessPatternResult accessPattern(int arrayBytes, Object... stridesBytes) {
    Plan plan =
        AccessPatternExperiment.EXPERIMENT
            .set("sizes", arrayBytes)
            .set("strides", stridesBytes)
            .seed(42)
            .plan(Machine.published());
    List<Observation> seen = plan.settings().stream().flatMap(s -> touches(s).stream()).toList();
    return result(AccessPatternExperiment.EXPERIMENT, plan, seen);
  }

  private static List<Observation> touches(Setting setting) {
    int arrayBytes = Math.toIntExact(setting.whole("arrayBytes"));
    int strideBytes = Math.toIntExact(setting.whole("strideBytes"));
    List<Integer> order = SamplePatterns.of(arrayBytes, strideBytes).order();
    return IntStream.range(0, order.size())
        .mapToObj(i -> new Observation(setting, 0, i, Row.of("index", order.get(i))))
        .toList();
  }

  private static <R extends Result> R result(
      Experiment<R> experiment, Plan plan, List<Observation> seen, Rows... facts) {
    List<Rows> tables = new ArrayList<>(experiment.spec().analysis().tables(plan, seen, Map.of()));
    tables.addAll(List.of(facts));
    return experiment.judged(begun(plan).with(Source.MEASURED, seen, tables));
  }

  /** What is known before anything is seen. */
  static ResultData begun(Plan plan) {
    return ResultData.begun(Source.MEASURED, MEASURED_AT, Machine.published(), plan);
  }
}
