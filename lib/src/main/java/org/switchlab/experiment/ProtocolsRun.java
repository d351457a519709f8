package org.switchlab.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.switchlab.defect.Comparison;
import org.switchlab.defect.PlanComparisons;
import org.switchlab.defect.WrongMethod;
import org.switchlab.estimate.Doubts;
import org.switchlab.estimate.Stop;
import org.switchlab.machine.FloorHistory;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.result.Frame;
import org.switchlab.result.ProtocolsResult;
import org.switchlab.run.Progress;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.Samples;
import org.switchlab.sample.Source;
import org.switchlab.sampling.Passes;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** One run of the protocols experiment, from plan to result. */
final class ProtocolsRun {

  private final List<WrongMethod> methods;
  private final Machine machine;
  private final Plan plan;
  private final Progress.Listener listener;
  private final @Nullable Path folder;
  private final List<Warning> warnings = new ArrayList<>();

  ProtocolsRun(
      List<WrongMethod> methods,
      Machine machine,
      Plan plan,
      Progress.Listener listener,
      @Nullable Path folder) {
    this.methods = methods;
    this.machine = machine;
    this.plan = plan;
    this.listener = listener;
    this.folder = folder;
  }

  ProtocolsResult result() {
    Frame begun = Frame.begun(Source.MEASURED, SwitchCostRun.now(), machine, plan);
    Recording recording = new Recording(folder, ProtocolsResult.KIND, begun);
    Conducts conducts = conducts();
    var passes =
        new Passes(
            plan,
            conducts,
            sample -> recording.append(ProtocolsResult.SAMPLES, ProtocolsResult.rows(sample)),
            listener);
    boolean interrupted = run(passes);
    Samples samples = passes.samples();
    Stop unfinished = interrupted ? Stop.INTERRUPTED : Stop.BUDGET;
    List<Comparison> comparisons = compare(samples, unfinished);
    warnings.addAll(conducts.warnings());
    warnings.addAll(floorDoubts(samples));
    warnings.addAll(machine.problems());
    Frame frame = begun.withWarnings(Measurement.firstOfEachCode(warnings));
    var result = new ProtocolsResult(frame, samples, comparisons);
    return result.withFrame(recording.finish(result));
  }

  private Conducts conducts() {
    try {
      return Conducts.create(plan);
    } catch (RunnerException e) {
      throw ExperimentException.nothing(plan, e);
    }
  }

  /** Measures; a failure ends it, and what was measured until then counts. */
  private boolean run(Passes passes) {
    try {
      boolean interrupted = passes.run(this::isPrecise);
      if (interrupted) {
        warnings.add(
            new Warning(
                WarningCode.INTERRUPTED,
                "the run was interrupted: it rests on what had been completed",
                "run again to the end"));
      }
      return interrupted;
    } catch (RunnerException e) {
      if (passes.samples().processes().isEmpty()) {
        throw ExperimentException.nothing(plan, e);
      }
      warnings.add(
          new Warning(
              WarningCode.RUNNER_FAILED,
              "the runner failed, which ended the run: " + e.getMessage(),
              "run the experiment again; if it fails again, run the runner by hand"));
      return false;
    }
  }

  private boolean isPrecise(Samples samples) {
    return compare(samples, Stop.BUDGET).stream().allMatch(c -> c.stop() == Stop.PRECISION);
  }

  private List<Comparison> compare(Samples samples, Stop unfinished) {
    return PlanComparisons.of(plan, methods, samples, unfinished);
  }

  private List<Warning> floorDoubts(Samples samples) {
    OptionalDouble knownFloorNs = FloorHistory.ofUser().lowestNs(machine.identity());
    return samples.processes().isEmpty()
        ? List.of()
        : Doubts.ofFloor(PlanComparisons.floor(samples), knownFloorNs);
  }
}
