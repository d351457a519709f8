package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.switchlab.estimate.Doubts;
import org.switchlab.estimate.ReferenceFloor;
import org.switchlab.machine.FloorHistory;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.run.NativeRunner;
import org.switchlab.run.Progress;
import org.switchlab.run.Runner;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.ProcessSample;
import org.switchlab.sampling.Sampled;
import org.switchlab.sampling.Sampling;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Works a plan off on this machine, and gathers every doubt about what came of it. */
final class Measurement {

  private final Machine machine;
  private final Plan plan;
  private final FloorHistory history = FloorHistory.ofUser();

  Measurement(Machine machine, Plan plan) {
    this.machine = machine;
    this.plan = plan;
  }

  /**
   * Measures.
   *
   * @param recorder is given each process's sample as soon as it is complete
   * @return what was sampled, its warnings being all there are, each kind once
   * @throws ExperimentException if nothing could be measured
   */
  Sampled run(Consumer<ProcessSample> recorder, Progress.Listener listener) {
    return run(UnaryOperator.identity(), recorder, listener);
  }

  /**
   * Measures through a runner of one's own.
   *
   * @param through given this machine's runner, answers the one to ask
   */
  Sampled run(
      UnaryOperator<Runner> through, Consumer<ProcessSample> recorder, Progress.Listener listener) {
    OptionalDouble knownFloorNs = history.lowestNs(machine.identity());
    Sampled sampled = sample(through, knownFloorNs, recorder, listener);
    List<Warning> warnings = new ArrayList<>(sampled.warnings());
    warnings.addAll(floorDoubts(sampled, knownFloorNs));
    warnings.addAll(Doubts.of(sampled.estimates()));
    warnings.addAll(machine.problems());
    return new Sampled(
        sampled.samples(), sampled.estimates(), firstOfEachCode(warnings), sampled.interrupted());
  }

  private Sampled sample(
      UnaryOperator<Runner> through,
      OptionalDouble knownFloorNs,
      Consumer<ProcessSample> recorder,
      Progress.Listener listener) {
    try {
      Runner runner = through.apply(NativeRunner.create());
      return new Sampling(plan, runner, knownFloorNs, recorder, listener, System::nanoTime).run();
    } catch (RunnerException e) {
      throw ExperimentException.nothing(plan, e);
    }
  }

  private List<Warning> floorDoubts(Sampled sampled, OptionalDouble knownFloorNs) {
    OptionalDouble floorNs = ReferenceFloor.floorNs(sampled.samples().processes());
    floorNs.ifPresent(ns -> history.add(machine.identity(), ns));
    return floorNs.isPresent()
        ? Doubts.ofFloor(new ReferenceFloor(floorNs.getAsDouble()), knownFloorNs)
        : List.of();
  }

  /** A refused right is noticed both by the machine report and by the run: the run's is kept. */
  static List<Warning> firstOfEachCode(List<Warning> warnings) {
    Map<WarningCode, Warning> first = new LinkedHashMap<>();
    warnings.forEach(warning -> first.putIfAbsent(warning.code(), warning));
    return List.copyOf(first.values());
  }
}
