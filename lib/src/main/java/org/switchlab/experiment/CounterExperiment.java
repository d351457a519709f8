package org.switchlab.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CountedMachine;
import org.switchlab.counter.CounterSources;
import org.switchlab.counter.Level;
import org.switchlab.counter.Phase;
import org.switchlab.counter.Phases;
import org.switchlab.emulator.Disturbance;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.Presets;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Protocols;
import org.switchlab.result.CounterResult;

/** Counts of one kind of event without and with switches, by array size and stride. */
public final class CounterExperiment extends Experiment<CounterExperiment> {

  private static final int REPETITIONS = 5;
  private static final int SPREAD_REPETITIONS = 20;

  private final List<CountedFigure> figures;
  private CountedFigure figure;
  private boolean spread;
  private boolean coarse;
  private String source = CounterSources.AUTO;
  private Geometry preset = Presets.paper();
  private Disturbance disturbance = Disturbance.USUAL;
  private @Nullable CounterSources sources;
  private @Nullable Path recording;
  private @Nullable Integer repetitions;
  private @Nullable List<Long> sizesBytes;
  private @Nullable List<Long> stridesBytes;

  /**
   * An experiment as defined.
   *
   * @param figures the figures it can redraw, its default first
   * @param name the name it was asked for by: one of its own, or that of a figure
   */
  CounterExperiment(Definition definition, List<CountedFigure> figures, String name) {
    super(definition);
    this.figures = List.copyOf(figures);
    this.figure =
        figures.stream().filter(f -> f.alias().equals(name)).findFirst().orElse(figures.getFirst());
  }

  /** Shows how repetitions differ, which takes more of them, and all that makes them differ. */
  CounterExperiment spread() {
    spread = true;
    disturbance = new Disturbance(true, true);
    return this;
  }

  @Override
  CounterExperiment self() {
    return this;
  }

  @Override
  public CounterExperiment level(Level level) {
    if (spread) {
      throw meaningless("a level, since it compares both");
    }
    figure =
        figures.stream()
            .filter(f -> f.level() == level && f.unit() == figure.unit())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s has no figure at %s level: use l1d-misses or dtlb-misses"
                            .formatted(figure.alias(), level.word())));
    return this;
  }

  @Override
  public CounterExperiment source(String name) {
    source = known(name);
    return this;
  }

  /** {@code name}, if there is such a source. */
  static String known(String name) {
    List<String> names = List.of(CounterSources.AUTO, "perf", "emulated", "recorded");
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "there is no source '%s'; there are: %s".formatted(name, String.join(", ", names)));
    }
    return name;
  }

  @Override
  public CounterExperiment preset(String name) {
    return geometry(name.equals("this") ? Geometry.ofMachine(Machine.read()) : Presets.named(name));
  }

  /** Where counts are emulated, emulates these caches and TLBs. */
  public CounterExperiment geometry(Geometry geometry) {
    preset = geometry;
    return this;
  }

  @Override
  public CounterExperiment disturbance(Disturbance what) {
    disturbance = what;
    return this;
  }

  @Override
  public CounterExperiment recording(Path folder) {
    recording = folder;
    source = "recorded";
    return this;
  }

  @Override
  public CounterExperiment repetitions(int times) {
    if (times < 1) {
      throw new IllegalArgumentException(
          "repetitions is %d; it must be 1 or more".formatted(times));
    }
    repetitions = times;
    return this;
  }

  @Override
  public CounterExperiment sizesBytes(long... values) {
    sizesBytes = requireSome("size", values);
    return this;
  }

  @Override
  public CounterExperiment stridesBytes(long... values) {
    if (Arrays.stream(values).anyMatch(value -> value == 0)) {
      throw new IllegalArgumentException(
          "stride 0 B walks no array and has no place on the size axis: leave it out");
    }
    stridesBytes = requireSome("stride", values);
    return this;
  }

  private static List<Long> requireSome(String what, long[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no %s is given: name at least one".formatted(what));
    }
    return Arrays.stream(values).boxed().toList();
  }

  @Override
  public CounterExperiment quick() {
    coarse = true;
    return this;
  }

  @Override
  public CounterExperiment cpu(int logicalCpu) {
    throw meaningless("a CPU: it counts on the machine's measuring CPU, or on none");
  }

  /** The figure that is drawn. */
  CountedFigure figure() {
    return figure;
  }

  /** Whether the repetitions' differences are the result. */
  boolean isSpread() {
    return spread;
  }

  /** The sources it chooses among. */
  CounterSources sources() {
    return sources == null
        ? CounterSourceList.of(preset, disturbance, recording, listener())
        : sources;
  }

  /** Chooses among these instead. */
  CounterExperiment sources(CounterSources others) {
    sources = others;
    return this;
  }

  String source() {
    return source;
  }

  Geometry geometry() {
    return preset;
  }

  @Nullable Path recording() {
    return recording;
  }

  /** How often each point is counted. */
  int repetitionsOrDefault() {
    if (repetitions != null) {
      return repetitions;
    }
    return spread ? SPREAD_REPETITIONS : coarse ? 2 : REPETITIONS;
  }

  /** What is counted, both flows of each point of each level. */
  List<Phase> phases() {
    List<Phase> phases = new ArrayList<>();
    for (Level level : levels()) {
      phases.addAll(Phases.of(level, sizes(), strides()));
    }
    return phases;
  }

  private List<Level> levels() {
    return Stream.concat(Stream.of(figure.level()), figure.compared().stream()).toList();
  }

  private List<Long> sizes() {
    if (sizesBytes != null) {
      return sizesBytes;
    }
    Long l1d = CountedMachine.of(preset).l1dBytes();
    long known = l1d == null ? 32 << 10 : l1d;
    return spread ? CountedSizes.ofSpread() : CountedSizes.of(known, coarse);
  }

  private List<Long> strides() {
    return stridesBytes == null ? figure.stridesBytes() : stridesBytes;
  }

  @Override
  Plan plan(Machine machine) {
    List<Point> points = phases().stream().map(Phase::point).distinct().toList();
    return new Plan(
        definition().name(),
        definition().title() + (spread ? "" : ", " + figure.level().word() + " level"),
        figure.figure(),
        points,
        Protocols.counted(repetitionsOrDefault()),
        cpuOn(machine),
        seedOrDrawn());
  }

  @Override
  CounterResult run(Machine machine, Plan plan) {
    return new CounterRun(this, machine, plan).result();
  }

  /** As {@link Experiment#run()}. */
  @Override
  public CounterResult run() {
    return (CounterResult) super.run();
  }
}
