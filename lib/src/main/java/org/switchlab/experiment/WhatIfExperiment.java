package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.switchlab.counter.CounterSource;
import org.switchlab.counter.EmulatedSource;
import org.switchlab.counter.Level;
import org.switchlab.counter.Phase;
import org.switchlab.counter.Phases;
import org.switchlab.emulator.Alternative;
import org.switchlab.emulator.CacheModel;
import org.switchlab.emulator.Disturbance;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.Inclusion;
import org.switchlab.emulator.Presets;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Protocols;
import org.switchlab.result.WhatIfResult;
import org.switchlab.run.Progress;

/**
 * Changes of a modelled machine, each compared with the machine as it is. Without any named, those
 * that the paper's conclusion names and a few more.
 */
public final class WhatIfExperiment extends Experiment<WhatIfExperiment> {

  private static final int REPETITIONS = 5;

  /**
   * Where pages lie decides which of them compete in L2. Each repetition draws another placement,
   * and all alternatives draw the same ones, so that their differences are free of it.
   */
  private static final Disturbance PLACED_AT_RANDOM = new Disturbance(false, true);

  private Geometry base = Presets.paper();
  private final List<Function<Geometry, Alternative>> changes = new ArrayList<>();
  private Level level = Level.KERNEL;
  private int repetitions = REPETITIONS;
  private List<Long> sizesBytes =
      List.of(4L << 10, 16L << 10, 32L << 10, 64L << 10, 128L << 10, 256L << 10);
  private long strideBytes = 64;
  private BiFunction<Geometry, Progress.Listener, CounterSource> emulator =
      (geometry, to) -> EmulatedSource.open(geometry, CacheModel.ALL, PLACED_AT_RANDOM, to);

  WhatIfExperiment(Definition definition) {
    super(definition);
  }

  @Override
  WhatIfExperiment self() {
    return this;
  }

  /** Compares with twice the TLB entries, in both levels. */
  public WhatIfExperiment doubleTlb() {
    return alternative(Alternative::doubleTlb);
  }

  /** Compares with the program's data on pages of 2 MiB. */
  public WhatIfExperiment hugePages() {
    return alternative(Alternative::hugePages);
  }

  /** Compares with TLB entries tagged by process. */
  public WhatIfExperiment pidTags() {
    return alternative(Alternative::tags);
  }

  /** Compares with the program's TLB entries flushed at each switch. */
  public WhatIfExperiment flushAtSwitch() {
    return alternative(Alternative::flushAtSwitch);
  }

  /** Compares with another promise of L2 about the lines of L1. */
  public WhatIfExperiment inclusion(Inclusion inclusion) {
    return alternative(machine -> Alternative.inclusion(machine, inclusion));
  }

  /** Compares with both L1 caches twice as large. */
  public WhatIfExperiment doubleL1() {
    return alternative(Alternative::doubleL1);
  }

  /** Compares with code twice as large; see {@link Alternative#doubleCode} for what is modelled. */
  public WhatIfExperiment kernelFootprint() {
    return alternative(Alternative::doubleCode);
  }

  /** Compares with any other machine, under a name of one's own. */
  public WhatIfExperiment alternative(String name, Geometry geometry) {
    return alternative(machine -> new Alternative(name, geometry));
  }

  private WhatIfExperiment alternative(Function<Geometry, Alternative> change) {
    changes.add(change);
    return this;
  }

  /**
   * The machine that is changed: a preset's name, or {@code this} for the one it runs on.
   *
   * @throws IllegalArgumentException listing the presets there are
   */
  @Override
  public WhatIfExperiment preset(String name) {
    return geometry(name.equals("this") ? Geometry.ofMachine(Machine.read()) : Presets.named(name));
  }

  /** The machine that is changed. */
  public WhatIfExperiment geometry(Geometry machine) {
    base = machine;
    return this;
  }

  @Override
  public WhatIfExperiment level(Level newLevel) {
    level = newLevel;
    return this;
  }

  @Override
  public WhatIfExperiment repetitions(int times) {
    if (times < 1) {
      throw new IllegalArgumentException(
          "repetitions is %d; it must be 1 or more".formatted(times));
    }
    repetitions = times;
    return this;
  }

  @Override
  public WhatIfExperiment sizesBytes(long... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no size is given: name at least one");
    }
    sizesBytes = Arrays.stream(values).boxed().toList();
    return this;
  }

  @Override
  public WhatIfExperiment stridesBytes(long... values) {
    if (values.length != 1 || values[0] == 0) {
      throw new IllegalArgumentException(
          "strides %s: what-if walks with one stride above 0, such as 64"
              .formatted(Arrays.toString(values)));
    }
    strideBytes = values[0];
    return this;
  }

  @Override
  public WhatIfExperiment quick() {
    // Fewer sizes would be other means, and so another question.
    repetitions = 2;
    return this;
  }

  /** Emulates by this instead. */
  WhatIfExperiment emulator(BiFunction<Geometry, Progress.Listener, CounterSource> other) {
    emulator = other;
    return this;
  }

  /** The machine as it is, and each change of it. */
  List<Alternative> alternatives() {
    return Stream.concat(
            Stream.of(Alternative.asIs(base)),
            (changes.isEmpty() ? usual() : changes).stream().map(change -> change.apply(base)))
        .toList();
  }

  private static List<Function<Geometry, Alternative>> usual() {
    return List.of(
        Alternative::doubleTlb,
        Alternative::hugePages,
        Alternative::flushAtSwitch,
        machine -> Alternative.inclusion(machine, Inclusion.INCLUSIVE),
        Alternative::doubleL1,
        Alternative::doubleCode);
  }

  List<Phase> phases() {
    return Phases.of(level, sizesBytes, List.of(strideBytes));
  }

  Level level() {
    return level;
  }

  int repetitions() {
    return repetitions;
  }

  CounterSource open(Geometry geometry, Progress.Listener to) {
    return emulator.apply(geometry, to);
  }

  @Override
  Plan plan(Machine machine) {
    List<Point> points = phases().stream().map(Phase::point).distinct().toList();
    return new Plan(
        definition().name(),
        definition().title(),
        definition().figure(),
        points,
        Protocols.counted(repetitions),
        cpuOn(machine),
        seedOrDrawn());
  }

  @Override
  WhatIfResult run(Machine machine, Plan plan) {
    return new WhatIfRun(this, machine, plan).result();
  }

  /** As {@link Experiment#run()}. */
  @Override
  public WhatIfResult run() {
    return (WhatIfResult) super.run();
  }
}
