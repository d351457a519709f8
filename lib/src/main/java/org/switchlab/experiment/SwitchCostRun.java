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
import org.switchlab.result.Result;
import org.switchlab.result.ResultException;
import org.switchlab.result.ResultWriter;
import org.switchlab.result.Source;
import org.switchlab.run.NativeRunner;
import org.switchlab.run.Progress;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.ProcessSample;
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

  Result result() {
    Recording recording = new Recording(begin());
    OptionalDouble knownFloorNs = history.lowestNs(machine.identity());
    Sampled sampled = sample(recording, knownFloorNs);
    List<Warning> warnings = new ArrayList<>(sampled.warnings());
    warnings.addAll(floorDoubts(sampled, knownFloorNs));
    warnings.addAll(Doubts.of(sampled.estimates()));
    warnings.addAll(machine.problems());
    Result result =
        new Result(
            Source.MEASURED,
            measuredAt,
            machine,
            plan,
            sampled.samples(),
            sampled.estimates(),
            verdicts(sampled),
            firstOfEachCode(warnings));
    recording.finish(result);
    return result.withWarnings(recording.warnings());
  }

  private @Nullable ResultWriter begin() {
    return folder == null
        ? null
        : ResultWriter.begin(folder, Source.MEASURED, measuredAt, machine, plan);
  }

  private Sampled sample(Recording recording, OptionalDouble knownFloorNs) {
    try {
      return new Sampling(
              plan, NativeRunner.create(), knownFloorNs, recording::add, listener, System::nanoTime)
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

  /** Writes along while measuring; a disk that fills up ends the writing, not the measuring. */
  private static final class Recording {
    private @Nullable ResultWriter writer;
    private @Nullable ResultException failure;

    Recording(@Nullable ResultWriter writer) {
      this.writer = writer;
    }

    void add(ProcessSample sample) {
      attempt(open -> open.add(sample));
    }

    void finish(Result result) {
      attempt(open -> open.finish(result));
    }

    private void attempt(java.util.function.Consumer<ResultWriter> writing) {
      if (writer == null) {
        return;
      }
      try {
        writing.accept(writer);
      } catch (ResultException e) {
        failure = e;
        writer = null;
      }
    }

    List<Warning> warnings() {
      return failure == null
          ? List.of()
          : List.of(
              new Warning(
                  WarningCode.NOT_SAVED,
                  String.valueOf(failure.getMessage()),
                  "save the result elsewhere: result.save(path), or --out on another disk"));
    }
  }
}
