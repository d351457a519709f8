package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.CounterSource;
import org.switchlab.counter.Level;
import org.switchlab.counter.Phase;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.counter.Space;
import org.switchlab.emulator.Alternative;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.Geometry.Inclusion;
import org.switchlab.estimate.MissCosts;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.CountOptions;
import org.switchlab.procedure.Counting;
import org.switchlab.procedure.EffortOptions;
import org.switchlab.procedure.Measured;
import org.switchlab.procedure.Procedure;
import org.switchlab.procedure.Task;
import org.switchlab.run.Progress;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Source;
import org.switchlab.sample.Variant;
import org.switchlab.table.Column;
import org.switchlab.table.Row;

/**
 * Changes of a modelled machine, each compared with the machine as it is. Without any named, those
 * that the paper's conclusion names and a few more.
 */
public final class WhatIfSetup extends Setup<WhatIfResult> {

  private final List<Function<Geometry, Alternative>> changes = new ArrayList<>();
  private @Nullable Geometry base;
  private BiFunction<Geometry, Progress.Listener, CounterSource> emulator = WhatIf::emulated;

  WhatIfSetup(Experiment<WhatIfResult> experiment) {
    super(experiment);
  }

  /** Compares with twice the TLB entries, in both levels. */
  public WhatIfSetup doubleTlb() {
    return alternative(Alternative::doubleTlb);
  }

  /** Compares with the program's data on pages of 2 MiB. */
  public WhatIfSetup hugePages() {
    return alternative(Alternative::hugePages);
  }

  /** Compares with TLB entries tagged by process. */
  public WhatIfSetup pidTags() {
    return alternative(Alternative::tags);
  }

  /** Compares with the program's TLB entries flushed at each switch. */
  public WhatIfSetup flushAtSwitch() {
    return alternative(Alternative::flushAtSwitch);
  }

  /** Compares with another promise of L2 about the lines of L1. */
  public WhatIfSetup inclusion(Inclusion inclusion) {
    return alternative(machine -> Alternative.inclusion(machine, inclusion));
  }

  /** Compares with both L1 caches twice as large. */
  public WhatIfSetup doubleL1() {
    return alternative(Alternative::doubleL1);
  }

  /** Compares with code twice as large; see {@link Alternative#doubleCode} for what is modelled. */
  public WhatIfSetup kernelFootprint() {
    return alternative(Alternative::doubleCode);
  }

  /** Compares with any other machine, under a name of one's own. */
  public WhatIfSetup alternative(String name, Geometry geometry) {
    return alternative(machine -> new Alternative(name, geometry));
  }

  private WhatIfSetup alternative(Function<Geometry, Alternative> change) {
    changes.add(change);
    return this;
  }

  /** The machine that is changed, instead of a preset. */
  public WhatIfSetup geometry(Geometry machine) {
    base = machine;
    return this;
  }

  /** Emulates by this instead. */
  WhatIfSetup emulator(BiFunction<Geometry, Progress.Listener, CounterSource> other) {
    emulator = other;
    return this;
  }

  /** The machine as it is, and each change of it. */
  public List<Alternative> alternatives() {
    return machines(choices(Machine.read()));
  }

  /** Those named by words, if any are, and then those named by methods. */
  private List<Alternative> machines(Choices choices) {
    List<Function<Geometry, Alternative>> all = new ArrayList<>();
    if (changes.isEmpty() || choices.has(WhatIfResult.ALTERNATIVE)) {
      choices.texts(WhatIfResult.ALTERNATIVE).forEach(word -> all.add(WhatIf.change(word)));
    }
    all.addAll(changes);
    return WhatIf.machines(base == null ? CountOptions.geometry(choices) : base, all);
  }

  @Override
  protected Experiment<WhatIfResult> defined() {
    return experiment()
        .by(new ChangedMachines(this::machines, emulator))
        .settings(choices -> WhatIf.settings(choices, machines(choices)));
  }

  /**
   * Counts the misses that a switch causes in one modelled machine after the other, which all run
   * the same work.
   *
   * @param alternatives the machines
   * @param emulator opens a source of one machine's counts
   */
  record ChangedMachines(
      Function<Choices, List<Alternative>> alternatives,
      BiFunction<Geometry, Progress.Listener, CounterSource> emulator)
      implements Procedure {
    private static final int REPETITIONS = 5;

    /** Fewer sizes would be other means, and so another question: a first look repeats less. */
    private static final int QUICK_REPETITIONS = 2;

    @Override
    public List<Factor> options() {
      return List.of(
          EffortOptions.QUICK,
          CountOptions.PRESET,
          CountOptions.repetitions(REPETITIONS, QUICK_REPETITIONS));
    }

    @Override
    public Effort effort(Choices choices) {
      return Efforts.counted(CountOptions.times(choices));
    }

    @Override
    public List<Column> measures() {
      return WhatIfResult.MEASURES;
    }

    @Override
    public boolean measuresHere() {
      return false;
    }

    @Override
    public Measured measure(Task task) {
      List<Alternative> machines = alternatives.apply(task.choices());
      return Counting.run(
              Source.EMULATED,
              task,
              List.of(),
              sink -> {
                for (int i = 0; i < machines.size(); i++) {
                  count(task, machines.get(i), progress(task, i, machines.size()), sink);
                }
              })
          .withFacts(Alternative.table(machines));
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
      Level of = Level.of(task.choices().text(WhatIf.LEVEL.name()));
      return task.plan().settings().stream()
          .filter(s -> s.text(WhatIfResult.ALTERNATIVE).equals(machine.name()))
          .flatMap(
              s ->
                  Phase.grid(of, List.of(s.whole("arrayBytes")), List.of(s.whole("strideBytes")))
                      .stream())
          .toList();
    }

    private static Observation observation(
        String alternative, PhaseCounts single, PhaseCounts pair) {
      Map<CounterEvent, Double> misses = new EnumMap<>(CounterEvent.class);
      Map<CounterEvent, Double> all = new EnumMap<>(CounterEvent.class);
      Row seen = Row.of();
      for (CounterEvent event : MissCosts.events()) {
        OptionalDouble with = perMessage(pair, event);
        OptionalDouble without = perMessage(single, event);
        if (with.isPresent() && without.isPresent()) {
          misses.put(event, with.getAsDouble() - without.getAsDouble());
          all.put(event, with.getAsDouble());
          seen = seen.with(WhatIfResult.perSwitch(event), misses.get(event));
        }
      }
      Setting setting =
          Setting.of(
              WhatIfResult.ALTERNATIVE,
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
              WhatIfResult.COST, MissCosts.totalNs(misses),
              WhatIfResult.MESSAGE_COST, MissCosts.totalNs(all)));
    }

    private static OptionalDouble perMessage(PhaseCounts counts, CounterEvent event) {
      Long count = counts.count(event, Space.ALL);
      return count == null
          ? OptionalDouble.empty()
          : OptionalDouble.of(count.doubleValue() / counts.phase().messages());
    }
  }
}
