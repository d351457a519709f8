package org.switchlab.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.Checks;
import org.switchlab.claim.Evidence;
import org.switchlab.claim.Verdict;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.estimate.RungEstimate;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Rungs;
import org.switchlab.result.Frame;
import org.switchlab.result.LadderResult;
import org.switchlab.run.Progress;
import org.switchlab.sample.Source;
import org.switchlab.sample.SwitchWork;
import org.switchlab.sampling.Sampled;
import org.switchlab.unit.Plural;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** One run of the ladder, from plan to result: first the times, then what was executed. */
final class LadderRun {

  static final String ALLOW_SECOND = "allow a second CPU (taskset, cpuset, container settings)";

  private final Definition definition;
  private final Machine machine;
  private final Plan plan;
  private final Progress.Listener listener;
  private final @Nullable Path folder;
  private final int otherCpu;

  LadderRun(
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
    this.otherCpu = SwitchLadder.otherCpu(machine, plan.cpu()).orElse(plan.cpu());
  }

  /**
   * Runs.
   *
   * @param missing how many rungs that were wanted are not in the plan for want of a second CPU
   */
  LadderResult result(int missing) {
    Frame begun = Frame.begun(Source.MEASURED, SwitchCostRun.now(), machine, plan);
    Recording recording = new Recording(folder, LadderResult.KIND, begun);
    Sampled sampled =
        new Measurement(machine, plan)
            .run(
                runner -> new RungRunner(runner, otherCpu),
                sample -> recording.append(LadderResult.SAMPLES, LadderResult.rows(sample)),
                listener);
    // Across CPUs the same loop makes the same calls, as long as every wait sleeps; couples of
    // which
    // that is not true were rejected by their count of switches.
    WorkCount count = new WorkCount(plan, name -> Rungs.named(name).subject());
    if (!sampled.interrupted()) {
      count.run();
    }
    List<Warning> warnings = new ArrayList<>(sampled.warnings());
    warnings.addAll(count.warnings());
    warnings.addAll(leftOut(missing));
    Frame frame =
        begun.withVerdicts(verdicts(sampled.estimates(), count.work())).withWarnings(warnings);
    LadderResult result =
        LadderResult.of(frame, sampled.samples(), rungs(sampled.estimates(), count.work()));
    return result.withFrame(recording.finish(result));
  }

  private static List<RungEstimate> rungs(
      List<PointEstimate> estimates, Map<String, SwitchWork> work) {
    return estimates.stream()
        .map(
            estimate -> {
              String name = estimate.point().subject();
              return new RungEstimate(Rungs.named(name), estimate, work.get(name));
            })
        .toList();
  }

  /** The rung of the paper's Fig. 5 beside that of its Fig. 3. */
  private List<Verdict> verdicts(List<PointEstimate> estimates, Map<String, SwitchWork> work) {
    Evidence evidence =
        new Evidence(
                of(Rungs.GTHREAD, estimates),
                machine.cacheBytes(1),
                machine.cacheBytes(2),
                machine.cacheBytes(3),
                Source.MEASURED.word())
            .beside(of(Rungs.PIPE_PROCESS, estimates))
            .executing(work);
    return Checks.judge(definition.claims(), evidence);
  }

  private static List<CostEstimate> of(String rung, List<PointEstimate> estimates) {
    return estimates.stream()
        .filter(e -> e.point().subject().equals(rung))
        .map(CostEstimate::of)
        .toList();
  }

  private static List<Warning> leftOut(int missing) {
    return missing == 0
        ? List.of()
        : List.of(
            new Warning(
                WarningCode.RUNGS_LEFT_OUT,
                "%s left out: they need two CPUs and this process may use only one"
                    .formatted(Plural.of(missing, "rung is", "rungs are")),
                ALLOW_SECOND));
  }
}
