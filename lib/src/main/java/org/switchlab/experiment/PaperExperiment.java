package org.switchlab.experiment;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CounterSources;
import org.switchlab.emulator.Disturbance;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.Presets;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Protocols;
import org.switchlab.result.PaperResult;

/** Every figure of the paper, each within its share of the time. */
public final class PaperExperiment extends Experiment<PaperExperiment> {

  /** What the measured figures may take each; the counted ones take what they take. */
  private static final Duration SHARE = Duration.ofSeconds(45);

  private static final int REPETITIONS = 3;
  private static final int SPREAD_REPETITIONS = 10;

  private static final List<String> ALL =
      List.of(
          "fig3",
          "fig4",
          "fig5",
          "fig6",
          "fig7",
          "fig8",
          "fig9",
          "fig10",
          "fig11",
          "fig12",
          "peak-origin",
          "what-if");

  private List<String> figures = ALL;
  private boolean quick;
  private Geometry preset = Presets.paper();
  private String source = CounterSources.AUTO;
  private @Nullable Supplier<CounterSources> sources;

  PaperExperiment(Definition definition) {
    super(definition);
  }

  @Override
  PaperExperiment self() {
    return this;
  }

  @Override
  public PaperExperiment quick() {
    quick = true;
    return this;
  }

  @Override
  public PaperExperiment source(String name) {
    source = CounterExperiment.known(name);
    return this;
  }

  @Override
  public PaperExperiment preset(String name) {
    preset = name.equals("this") ? Geometry.ofMachine(Machine.read()) : Presets.named(name);
    return this;
  }

  /** Counts by these instead. */
  PaperExperiment sources(Supplier<CounterSources> others) {
    sources = others;
    return this;
  }

  String source() {
    return source;
  }

  CounterSources sources() {
    return sources == null
        ? CounterSourceList.of(preset, Disturbance.USUAL, null, listener())
        : sources.get();
  }

  /** Runs only these of the figures: {@code fig3} to {@code fig12}, peak-origin, what-if. */
  public PaperExperiment figures(String... names) {
    for (String name : names) {
      if (!ALL.contains(name)) {
        throw new IllegalArgumentException(
            "the paper has no figure '%s' to run; it has: %s"
                .formatted(name, String.join(", ", ALL)));
      }
    }
    if (names.length == 0) {
      throw new IllegalArgumentException("no figure is given: name at least one, such as fig3");
    }
    figures = ALL.stream().filter(List.of(names)::contains).toList();
    return this;
  }

  /** The names of its figures, in the paper's order. */
  List<String> chosen() {
    return figures;
  }

  /** One figure, set up within its share; its counts come from {@code shared}. */
  Experiment<?> figure(String name, Supplier<CounterSources> shared) {
    Experiment<?> experiment = Catalogue.find(name);
    experiment.seed(seedOrDrawn());
    if (experiment instanceof CounterExperiment counter) {
      counter.geometry(preset).sources(shared.get()).repetitions(repetitions(counter));
      return quick ? counter.quick() : counter;
    }
    if (experiment instanceof WhatIfExperiment changed) {
      changed.geometry(preset).repetitions(REPETITIONS);
      return quick ? changed.quick() : changed;
    }
    return quick || name.equals("peak-origin") ? experiment.quick() : experiment.budget(SHARE);
  }

  private int repetitions(CounterExperiment counter) {
    if (quick) {
      return counter.isSpread() ? SPREAD_REPETITIONS / 2 : REPETITIONS - 1;
    }
    return counter.isSpread() ? SPREAD_REPETITIONS : REPETITIONS;
  }

  @Override
  Plan plan(Machine machine) {
    return new Plan(
        definition().name(),
        definition().title(),
        definition().figure(),
        points(machine),
        Protocols.counted(REPETITIONS),
        cpuOn(machine),
        seedOrDrawn());
  }

  private List<Point> points(Machine machine) {
    return figures.stream()
        .flatMap(name -> Catalogue.find(name).plan(machine).points().stream())
        .distinct()
        .toList();
  }

  @Override
  PaperResult run(Machine machine, Plan plan) {
    return new PaperRun(this, machine, plan).result();
  }

  /** As {@link Experiment#run()}. */
  @Override
  public PaperResult run() {
    return (PaperResult) super.run();
  }
}
