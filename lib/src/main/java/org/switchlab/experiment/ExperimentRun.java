package org.switchlab.experiment;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.Analysis;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Plan;
import org.switchlab.procedure.Measured;
import org.switchlab.procedure.MeasuringException;
import org.switchlab.procedure.Task;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.run.Progress;
import org.switchlab.sample.Source;
import org.switchlab.table.Rows;
import org.switchlab.warning.Warning;

/** One run, from plan to result, the same for every experiment. */
final class ExperimentRun<R extends Result> {

  private final Experiment<R> experiment;
  private final Machine machine;
  private final Plan plan;
  private final Choices choices;

  ExperimentRun(Experiment<R> experiment, Machine machine, Plan plan, Choices choices) {
    this.experiment = experiment;
    this.machine = machine;
    this.plan = plan;
    this.choices = choices;
  }

  R result(@Nullable Path folder, Progress.Listener listener) {
    ResultData begun = ResultData.begun(Source.MEASURED, now(), machine, plan);
    Recording recording = new Recording(folder, begun);
    Measured measured = measured(recording, listener);
    R result = experiment.judged(data(begun, measured));
    return experiment.make(recording.finish(result));
  }

  /** The time a run begins, as results store it. */
  static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private Measured measured(Recording recording, Progress.Listener listener) {
    try {
      return experiment
          .spec()
          .procedure()
          .measure(new Task(plan, machine, choices, recording::append, listener));
    } catch (MeasuringException e) {
      throw new ExperimentException(
          "%s measured nothing: %s".formatted(plan.experiment(), e.getMessage()), e);
    }
  }

  private ResultData data(ResultData begun, Measured measured) {
    Analysis analysis = experiment.spec().analysis();
    List<Rows> tables =
        new ArrayList<>(
            analysis.tables(plan, measured.observations(), measured.stops(), measured.facts()));
    tables.addAll(measured.facts());
    return begun
        .with(measured.source(), measured.observations(), tables)
        .withWarnings(measured.warnings())
        .withWarnings(analysis.doubts(plan, machine, measured.observations(), tables))
        .withWarnings(problems(measured));
  }

  /** The machine's doubts are about times that it measured. */
  private List<Warning> problems(Measured measured) {
    boolean timedHere = measured.source() == Source.MEASURED && experiment.spec().isTimed();
    return timedHere ? machine.problems() : List.of();
  }
}
