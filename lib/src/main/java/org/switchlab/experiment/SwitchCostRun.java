package org.switchlab.experiment;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.Checks;
import org.switchlab.claim.Claim;
import org.switchlab.claim.Claims;
import org.switchlab.claim.Evidence;
import org.switchlab.claim.Verdict;
import org.switchlab.estimate.Doubts;
import org.switchlab.estimate.ReferenceFloor;
import org.switchlab.machine.FloorHistory;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.result.Frame;
import org.switchlab.result.Source;
import org.switchlab.result.SwitchCostResult;
import org.switchlab.run.NativeRunner;
import org.switchlab.run.Progress;
import org.switchlab.run.RunnerException;
import org.switchlab.sampling.Sampled;
import org.switchlab.sampling.Sampling;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** One run of a switch-cost experiment, from plan to result. */
final class SwitchCostRun {

  private final Definition definition;
  private final Machine machine;
  private final Plan plan;
  private final Progress.Listener listener;
  private final @Nullable Path folder;
  private final FloorHistory history = FloorHistory.ofUser();
  private final String measuredAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();

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
    Frame begun = Frame.begun(Source.MEASURED, measuredAt, machine, plan);
    Recording recording = new Recording(folder, SwitchCostResult.KIND, begun);
    OptionalDouble knownFloorNs = history.lowestNs(machine.identity());
    Sampled sampled = sample(recording, knownFloorNs);
    List<Warning> warnings = new ArrayList<>(sampled.warnings());
    warnings.addAll(floorDoubts(sampled, knownFloorNs));
    warnings.addAll(Doubts.of(sampled.estimates()));
    warnings.addAll(machine.problems());
    Frame frame = begun.withVerdicts(verdicts(sampled)).withWarnings(firstOfEachCode(warnings));
    var result = new SwitchCostResult(frame, sampled.samples(), sampled.estimates());
    return result.withFrame(recording.finish(result));
  }

  private Sampled sample(Recording recording, OptionalDouble knownFloorNs) {
    try {
      return new Sampling(
              plan,
              NativeRunner.create(),
              knownFloorNs,
              sample -> recording.append(SwitchCostResult.SAMPLES, SwitchCostResult.rows(sample)),
              listener,
              System::nanoTime)
          .run();
    } catch (RunnerException e) {
      throw new ExperimentException(
          "%s measured nothing: %s".formatted(plan.experiment(), e.getMessage()), e);
    }
  }

  private List<Warning> floorDoubts(Sampled sampled, OptionalDouble knownFloorNs) {
    OptionalDouble floorNs = ReferenceFloor.floorNs(sampled.samples().processes());
    floorNs.ifPresent(ns -> history.add(machine.identity(), ns));
    return floorNs.isPresent()
        ? Doubts.ofFloor(new ReferenceFloor(floorNs.getAsDouble()), knownFloorNs)
        : List.of();
  }

  private List<Verdict> verdicts(Sampled sampled) {
    List<Claim> claims =
        definition.claimIds().stream().flatMap(id -> Claims.find(id).stream()).toList();
    var evidence =
        new Evidence(
            sampled.estimates(),
            machine.cacheBytes(1),
            machine.cacheBytes(2),
            machine.cacheBytes(3),
            Source.MEASURED.word());
    return Checks.judge(claims, evidence);
  }

  /** A refused right is noticed both by the machine report and by the run: the run's is kept. */
  private static List<Warning> firstOfEachCode(List<Warning> warnings) {
    Map<WarningCode, Warning> first = new LinkedHashMap<>();
    warnings.forEach(warning -> first.putIfAbsent(warning.code(), warning));
    return List.copyOf(first.values());
  }
}
