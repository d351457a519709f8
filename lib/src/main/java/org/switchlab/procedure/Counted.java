package org.switchlab.procedure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CountObservations;
import org.switchlab.counter.CountedMachine;
import org.switchlab.counter.CounterException;
import org.switchlab.counter.CounterSource;
import org.switchlab.counter.CounterSources;
import org.switchlab.counter.EmulatedSource;
import org.switchlab.counter.Phase;
import org.switchlab.counter.RecordedSource;
import org.switchlab.emulator.Disturbance;
import org.switchlab.emulator.Geometry;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;
import org.switchlab.sample.Source;
import org.switchlab.table.Column;
import org.switchlab.warning.Warning;

/**
 * Counts each setting, with or without switches, by the source that was asked for: the processor,
 * an emulated machine, a recording.
 *
 * @param repetitions how often, usually
 * @param quickRepetitions how often for a first look
 * @param disturbance what usually makes emulated repetitions differ
 * @param geometry the machine to emulate instead of a preset; absent for that
 * @param sources those to choose among instead of all there are; absent for these
 */
public record Counted(
    int repetitions,
    int quickRepetitions,
    Disturbance disturbance,
    @Nullable Geometry geometry,
    @Nullable CounterSources sources)
    implements Procedure {

  /** By all sources there are. */
  public Counted(int repetitions, int quickRepetitions, Disturbance disturbance) {
    this(repetitions, quickRepetitions, disturbance, null, null);
  }

  /** The same on this machine where one is emulated, by these sources; each may be absent. */
  public Counted with(@Nullable Geometry newGeometry, @Nullable CounterSources newSources) {
    return new Counted(repetitions, quickRepetitions, disturbance, newGeometry, newSources);
  }

  @Override
  public List<Factor> options() {
    return List.of(
        EffortOptions.QUICK,
        CountOptions.SOURCE,
        CountOptions.PRESET,
        CountOptions.vary(disturbance),
        CountOptions.RECORDING,
        CountOptions.repetitions(repetitions, quickRepetitions));
  }

  @Override
  public Effort effort(Choices choices) {
    return Efforts.counted(CountOptions.times(choices));
  }

  @Override
  public List<Column> measures() {
    return CountObservations.MEASURES;
  }

  /** The machine that is emulated where one is. */
  public Geometry geometry(Choices choices) {
    return geometry == null ? CountOptions.geometry(choices) : geometry;
  }

  /** That follows from the source, which is chosen on the way. */
  @Override
  public boolean measuresHere() {
    return false;
  }

  @Override
  public Measured measure(Task task) {
    Optional<RecordedSource> recording = recording(task.choices());
    try {
      CounterSources.Choice choice =
          sources(task, recording).choose(CountOptions.source(task.choices()));
      try (CounterSource source = choice.source()) {
        return counted(task, source, choice.warnings())
            .withFacts(machine(task, source.name(), recording).table(source.name()));
      }
    } catch (CounterException e) {
      throw new MeasuringException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Optional<RecordedSource> recording(Choices choices) {
    Optional<Object> folder = choices.one(CountOptions.RECORDING.name());
    if (folder.isEmpty() && CountOptions.source(choices).equals(RecordedSource.NAME)) {
      throw new IllegalArgumentException(
          "source recorded replays stored counts: name their folder with recording");
    }
    try {
      return folder.map(name -> RecordedSource.open(Path.of(name.toString())));
    } catch (CounterException e) {
      throw new MeasuringException(String.valueOf(e.getMessage()), e);
    }
  }

  /** In the order they are tried in: the real thing, its model, a recording. */
  private CounterSources sources(Task task, Optional<RecordedSource> recording) {
    if (sources != null) {
      return sources;
    }
    List<CounterSources.Candidate> candidates = new ArrayList<>();
    candidates.add(CounterSources.perf(task.machine(), task.plan().cpu()));
    candidates.add(
        CounterSources.emulated(
            geometry(task.choices()), CountOptions.disturbance(task.choices()), task.progress()));
    recording.ifPresent(
        one -> candidates.add(new CounterSources.Candidate(RecordedSource.NAME, () -> one)));
    return new CounterSources(candidates);
  }

  private static Measured counted(Task task, CounterSource source, List<Warning> passedOver) {
    Source kind = kindOf(source.name());
    return kind == Source.MEASURED
        ? OneAtATime.measure(task, () -> counted(task, source, kind, passedOver))
        : counted(task, source, kind, passedOver);
  }

  private static Measured counted(
      Task task, CounterSource source, Source kind, List<Warning> passedOver) {
    List<Phase> phases = task.plan().settings().stream().map(CountObservations::phase).toList();
    return Counting.run(
            kind,
            task,
            passedOver,
            sink ->
                source.count(
                    phases,
                    CountOptions.times(task.choices()),
                    task.plan().seed(),
                    task.progress(),
                    counts -> sink.accept(CountObservations.of(counts))))
        .withWarnings(source.warnings());
  }

  private CountedMachine machine(Task task, String source, Optional<RecordedSource> recording) {
    return switch (kindOf(source)) {
      case EMULATED -> CountedMachine.of(geometry(task.choices()));
      case RECORDED ->
          recording
              .map(RecordedSource::machine)
              .orElseGet(() -> CountedMachine.unnamed("a recording"));
      case MEASURED, PUBLISHED -> CountedMachine.of(task.machine());
    };
  }

  private static Source kindOf(String source) {
    return switch (source) {
      case EmulatedSource.NAME -> Source.EMULATED;
      case RecordedSource.NAME -> Source.RECORDED;
      default -> Source.MEASURED;
    };
  }
}
