package org.switchlab.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.Claim;
import org.switchlab.claim.Claims;
import org.switchlab.claim.CounterChecks;
import org.switchlab.counter.CountedMachine;
import org.switchlab.counter.CounterException;
import org.switchlab.counter.CounterSource;
import org.switchlab.counter.CounterSources;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.result.CounterResult;
import org.switchlab.result.Counting;
import org.switchlab.result.Frame;
import org.switchlab.result.Result;
import org.switchlab.sample.Source;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** One run of a counter experiment, from plan to result. */
final class CounterRun {

  private final CounterExperiment experiment;
  private final Machine machine;
  private final Plan plan;
  private final String countedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();

  CounterRun(CounterExperiment experiment, Machine machine, Plan plan) {
    this.experiment = experiment;
    this.machine = machine;
    this.plan = plan;
  }

  CounterResult result() {
    try {
      CounterSources.Choice choice = experiment.sources().choose(experiment.source());
      try (CounterSource source = choice.source()) {
        return result(source, choice.warnings());
      }
    } catch (CounterException e) {
      throw new ExperimentException(
          "%s counted nothing: %s".formatted(plan.experiment(), e.getMessage()), e);
    }
  }

  private CounterResult result(CounterSource source, List<Warning> passedOver) {
    Frame begun = Frame.begun(kindOf(source.name()), countedAt, machine, plan);
    Recording recording = new Recording(experiment.folder(), CounterResult.KIND, begun);
    List<PhaseCounts> counts =
        source.count(
            experiment.phases(),
            experiment.repetitionsOrDefault(),
            plan.seed(),
            experiment.listener());
    List<Warning> warnings = new ArrayList<>(passedOver);
    warnings.addAll(source.warnings());
    warnings.addAll(doubts(source.name()));
    var counted = new CounterResult(begun.withWarnings(warnings), counting(source.name()), counts);
    var result =
        counted.withFrame(
            counted.frame().withVerdicts(CounterChecks.judge(claims(), counted.evidence())));
    return result.withFrame(recording.finish(result));
  }

  private Counting counting(String source) {
    CountedFigure figure = experiment.figure();
    return new Counting(
        source,
        counted(source),
        figure.events(),
        figure.level(),
        figure.unit(),
        experiment.isSpread());
  }

  private CountedMachine counted(String source) {
    return switch (kindOf(source)) {
      case EMULATED -> CountedMachine.of(experiment.geometry());
      case RECORDED -> recorded(experiment.recording());
      case MEASURED, PUBLISHED -> CountedMachine.of(machine);
    };
  }

  /** A stored result names its machine; bare counts do not, and are read against none. */
  private static CountedMachine recorded(@Nullable Path folder) {
    return folder != null && Files.exists(folder.resolve(CounterResult.COUNTING))
        ? Result.load(folder, CounterResult.class).counting().machine()
        : new CountedMachine(
            "a machine that the recording does not name", null, null, null, null, null);
  }

  private static Source kindOf(String source) {
    return switch (source) {
      case "emulated" -> Source.EMULATED;
      case "recorded" -> Source.RECORDED;
      default -> Source.MEASURED;
    };
  }

  private List<Warning> doubts(String source) {
    List<Warning> doubts = new ArrayList<>();
    if (plan.protocol().minProcesses() == 1) {
      doubts.add(
          new Warning(
              WarningCode.SINGLE_REPETITION,
              "each count was taken once: nothing tells how far it varies, and verdicts take it as exact",
              "--repetitions 5"));
    }
    if (kindOf(source) == Source.MEASURED) {
      doubts.addAll(machine.problems());
    }
    return doubts;
  }

  private List<Claim> claims() {
    return experiment.figure().claimIds().stream().flatMap(id -> Claims.find(id).stream()).toList();
  }
}
