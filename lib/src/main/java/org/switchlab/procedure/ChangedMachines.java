package org.switchlab.procedure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.CounterException;
import org.switchlab.counter.CounterSource;
import org.switchlab.counter.Level;
import org.switchlab.counter.Phase;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.counter.Space;
import org.switchlab.emulator.Alternative;
import org.switchlab.emulator.Geometry;
import org.switchlab.estimate.MissCosts;
import org.switchlab.estimate.WhatIfAnalysis;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Setting;
import org.switchlab.run.Progress;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Source;
import org.switchlab.sample.Variant;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.warning.Warning;

/**
 * Counts the misses that a switch causes in one modelled machine after the other, which all run the
 * same work.
 *
 * @param repetitions how often, usually
 * @param quickRepetitions how often for a first look
 * @param level who switches
 * @param alternatives the machines
 * @param emulator opens a source of one machine's counts
 */
public record ChangedMachines(
    int repetitions,
    int quickRepetitions,
    Function<Choices, Level> level,
    Function<Choices, List<Alternative>> alternatives,
    BiFunction<Geometry, Progress.Listener, CounterSource> emulator)
    implements Procedure {

  @Override
  public List<Factor> options() {
    return List.of(
        EffortOptions.QUICK,
        CountOptions.PRESET,
        CountOptions.repetitions(repetitions, quickRepetitions));
  }

  @Override
  public Effort effort(Choices choices) {
    return Efforts.counted(CountOptions.times(choices));
  }

  @Override
  public List<Column> measures() {
    return WhatIfAnalysis.MEASURES;
  }

  @Override
  public Measured measure(Task task) {
    List<Alternative> machines = alternatives.apply(task.choices());
    List<Observation> seen = new ArrayList<>();
    Consumer<Observation> sink = seen::add;
    List<Warning> warnings = new ArrayList<>();
    boolean interrupted = false;
    try {
      for (int i = 0; i < machines.size(); i++) {
        count(
            task,
            machines.get(i),
            progress(task, i, machines.size()),
            sink.andThen(task.recorder()));
      }
    } catch (CounterException e) {
      CutShort cut = CutShort.by(e, seen, task.progress());
      interrupted = cut.interrupted();
      warnings.add(cut.doubt());
    }
    return new Measured(
        Source.EMULATED,
        seen,
        Map.of(),
        List.of(Alternative.table(machines)),
        warnings,
        interrupted);
  }

  /** The share of all alternatives' work, out of the share of one's. */
  private static Progress.Listener progress(Task task, int index, int count) {
    return p ->
        task.progress()
            .report(
                new Progress(
                    (index + p.doneShare()) / count,
                    p.remaining().multipliedBy(count - index),
                    p.step(),
                    p.finished() && index == count - 1));
  }

  private void count(
      Task task, Alternative machine, Progress.Listener listener, Consumer<Observation> sink) {
    Map<List<Object>, PhaseCounts> singles = new HashMap<>();
    try (CounterSource source = emulator.apply(machine.geometry(), listener)) {
      source.count(
          phases(task, machine),
          CountOptions.times(task.choices()),
          task.plan().seed(),
          listener,
          counts -> {
            List<Object> where = List.of(counts.phase().point(), counts.repetition());
            if (counts.phase().variant() == Variant.SINGLE) {
              singles.put(where, counts);
              return;
            }
            PhaseCounts single = singles.get(where);
            if (single != null) {
              sink.accept(observation(machine.name(), single, counts));
            }
          });
    }
  }

  private List<Phase> phases(Task task, Alternative machine) {
    Level of = level.apply(task.choices());
    return task.plan().settings().stream()
        .filter(s -> s.text(WhatIfAnalysis.ALTERNATIVE).equals(machine.name()))
        .flatMap(
            s ->
                Phase.grid(of, List.of(s.whole("arrayBytes")), List.of(s.whole("strideBytes")))
                    .stream())
        .toList();
  }

  private static Observation observation(String alternative, PhaseCounts single, PhaseCounts pair) {
    Map<CounterEvent, Double> misses = new EnumMap<>(CounterEvent.class);
    Map<CounterEvent, Double> all = new EnumMap<>(CounterEvent.class);
    Row seen = Row.of();
    for (CounterEvent event : MissCosts.events()) {
      OptionalDouble with = perMessage(pair, event);
      OptionalDouble without = perMessage(single, event);
      if (with.isPresent() && without.isPresent()) {
        misses.put(event, with.getAsDouble() - without.getAsDouble());
        all.put(event, with.getAsDouble());
        seen = seen.with(WhatIfAnalysis.perSwitch(event), misses.get(event));
      }
    }
    Setting setting =
        Setting.of(
            WhatIfAnalysis.ALTERNATIVE,
            alternative,
            "arrayBytes",
            pair.phase().point().arrayBytes(),
            "strideBytes",
            pair.phase().point().strideBytes());
    return new Observation(
        setting,
        0,
        pair.repetition(),
        seen.with(
            WhatIfAnalysis.COST,
            MissCosts.totalNs(misses),
            WhatIfAnalysis.MESSAGE_COST,
            MissCosts.totalNs(all)));
  }

  private static OptionalDouble perMessage(PhaseCounts counts, CounterEvent event) {
    Long count = counts.count(event, Space.ALL);
    return count == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(count.doubleValue() / counts.phase().messages());
  }
}
