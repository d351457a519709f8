package org.switchlab.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.Analysis;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Plan;
import org.switchlab.procedure.EffortOptions;
import org.switchlab.procedure.Looks;
import org.switchlab.procedure.Measured;
import org.switchlab.procedure.MeasuringException;
import org.switchlab.procedure.OneAtATime;
import org.switchlab.procedure.Procedure;
import org.switchlab.procedure.Task;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.result.ResultException;
import org.switchlab.result.ResultWriter;
import org.switchlab.run.Progress;
import org.switchlab.sample.Observation;
import org.switchlab.sample.SlotRounds;
import org.switchlab.sample.Source;
import org.switchlab.table.Rows;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

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
    requirePlaceForRounds(folder);
    ResultData begun = ResultData.begun(Source.MEASURED, now(), machine, plan);
    Recording recording = new Recording(folder, begun);
    Measured measured = measured(begun, recording, listener);
    R result = experiment.judged(data(begun, measured));
    ResultData written = recording.finish(result);
    return keepsRounds() && folder != null
        ? experiment.read(written, folder)
        : experiment.make(written);
  }

  private boolean keepsRounds() {
    return choices.has(EffortOptions.KEEP_ROUNDS.name())
        && choices.flag(EffortOptions.KEEP_ROUNDS.name());
  }

  /** They are too many to be held in memory. */
  private void requirePlaceForRounds(@Nullable Path folder) {
    if (keepsRounds() && folder == null) {
      throw new IllegalArgumentException(
          "rounds are kept in the result's folder: name one, saveTo(…)");
    }
  }

  /** The time a run begins, as results store it. */
  static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private Measured measured(ResultData begun, Recording recording, Progress.Listener listener) {
    Procedure procedure = experiment.spec().procedure().chosen(choices);
    Task task =
        new Task(
            plan,
            machine,
            choices,
            recording::append,
            listener,
            new OpenVerdicts<>(experiment, begun),
            keepsRounds() ? recording::append : null);
    try {
      return experiment.spec().isTimed() && procedure.measuresHere()
          ? OneAtATime.measure(task, () -> procedure.measure(task))
          : procedure.measure(task);
    } catch (MeasuringException e) {
      throw new ExperimentException(
          "%s measured nothing: %s".formatted(plan.experiment(), e.getMessage()), e);
    }
  }

  private ResultData data(ResultData begun, Measured measured) {
    Analysis analysis = experiment.spec().analysis();
    Plan ended = Looks.lastLevel(measured.facts()).map(plan::at).orElse(plan);
    List<Rows> tables =
        new ArrayList<>(
            analysis.tables(ended, measured.observations(), measured.stops(), measured.facts()));
    tables.addAll(measured.facts());
    return begun
        .of(ended)
        .with(measured.source(), measured.observations(), tables)
        .withWarnings(measured.warnings())
        .withWarnings(analysis.doubts(ended, machine, measured.observations(), tables))
        .withWarnings(problems(measured));
  }

  /** The machine's doubts are about times that it measured. */
  private List<Warning> problems(Measured measured) {
    boolean timedHere = measured.source() == Source.MEASURED && experiment.spec().isTimed();
    if (!timedHere) {
      return List.of();
    }
    List<Warning> problems = new ArrayList<>(machine.problems());
    machine.slowCore(plan.cpu()).filter(slow -> !problems.contains(slow)).ifPresent(problems::add);
    return problems;
  }

  /** Writes along while measuring; a disk that fills up ends the writing, not the measuring. */
  private static final class Recording {

    /** Observations written at once: each write opens the file. */
    private static final int AT_ONCE = 64;

    /** Observations that come slowly are each worth a write. */
    private static final long AT_LEAST_EVERY_NS = Duration.ofSeconds(1).toNanos();

    private final List<Observation> waiting = new ArrayList<>();
    private @Nullable ResultWriter writer;
    private @Nullable ResultException failure;
    private long writtenNs = System.nanoTime();

    /**
     * Begins the folder, if one was asked for.
     *
     * @throws ResultException if it cannot be written at all: better told before measuring
     */
    Recording(@Nullable Path folder, ResultData begun) {
      writer = folder == null ? null : ResultWriter.begin(folder, begun);
    }

    void append(Observation seen) {
      waiting.add(seen);
      if (waiting.size() >= AT_ONCE || System.nanoTime() - writtenNs >= AT_LEAST_EVERY_NS) {
        flush();
      }
    }

    void append(SlotRounds kept) {
      attempt(open -> open.append(kept));
    }

    private void flush() {
      List<Observation> some = List.copyOf(waiting);
      waiting.clear();
      attempt(open -> open.append(some));
      writtenNs = System.nanoTime();
    }

    /**
     * Completes the folder; answers the result's data, with a doubt if not all could be written.
     */
    ResultData finish(Result result) {
      List<Warning> doubts = new ArrayList<>();
      attempt(open -> doubts.addAll(open.finish(result)));
      if (failure != null) {
        doubts.add(notSaved(failure));
      }
      return doubts.isEmpty() ? result.data() : result.data().withWarnings(doubts);
    }

    private void attempt(Consumer<ResultWriter> writing) {
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

    private static Warning notSaved(ResultException failure) {
      return new Warning(
          WarningCode.NOT_SAVED,
          String.valueOf(failure.getMessage()),
          "save the result elsewhere: result.save(path), or --out on another disk");
    }
  }
}
