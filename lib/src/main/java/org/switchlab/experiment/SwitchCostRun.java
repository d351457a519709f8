package org.switchlab.experiment;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.Checks;
import org.switchlab.claim.Evidence;
import org.switchlab.claim.Verdict;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.result.Frame;
import org.switchlab.result.SwitchCostResult;
import org.switchlab.run.Progress;
import org.switchlab.sample.Source;
import org.switchlab.sampling.Sampled;

/** One run of a switch-cost experiment, from plan to result. */
final class SwitchCostRun {

  private final Definition definition;
  private final Machine machine;
  private final Plan plan;
  private final Progress.Listener listener;
  private final @Nullable Path folder;

  SwitchCostRun(
      Definition definition,
      Machine machine,
      Plan plan,
      Progress.Listener listener,
      @Nullable Path folder) {
    this.definition = definition;
    this.machine = machine;
    this.plan = plan;
    this.listener = listener;
    this.folder = folder;
  }

  SwitchCostResult result() {
    Frame begun = Frame.begun(Source.MEASURED, now(), machine, plan);
    Recording recording = new Recording(folder, SwitchCostResult.KIND, begun);
    Sampled sampled =
        new Measurement(machine, plan)
            .run(
                sample -> recording.append(SwitchCostResult.SAMPLES, SwitchCostResult.rows(sample)),
                listener);
    var timed = new SwitchCostResult(begun, sampled.samples(), sampled.estimates());
    WorkCount count = count(timed, sampled.interrupted());
    Frame frame =
        begun
            .withVerdicts(verdicts(timed, count))
            .withWarnings(sampled.warnings())
            .withWarnings(count.warnings());
    SwitchCostResult result = timed.withFrame(frame);
    return result.withFrame(recording.finish(result));
  }

  /** The time a run begins, as results store it. */
  static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Only a comparison of subjects asks what each of them executes. */
  private WorkCount count(SwitchCostResult timed, boolean interrupted) {
    WorkCount count = new WorkCount(plan, UnaryOperator.identity());
    return timed.companion().isEmpty() || interrupted ? count : count.run();
  }

  private List<Verdict> verdicts(SwitchCostResult timed, WorkCount count) {
    var evidence =
        new Evidence(
                timed.own().stream().map(CostEstimate::of).toList(),
                machine.cacheBytes(1),
                machine.cacheBytes(2),
                machine.cacheBytes(3),
                Source.MEASURED.word())
            .beside(timed.companion().stream().map(CostEstimate::of).toList())
            .executing(count.work());
    return Checks.judge(definition.claims(), evidence);
  }
}
