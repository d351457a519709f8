package org.switchlab.experiment;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CounterSources;
import org.switchlab.emulator.Disturbance;
import org.switchlab.emulator.Geometry;
import org.switchlab.plan.Choices;
import org.switchlab.procedure.CountOptions;
import org.switchlab.procedure.Counted;

/** A counter experiment being set up: also for machines and sources that no word stands for. */
public final class CounterSetup extends Setup<Counts> {

  private final CounterExperiments family;
  private final Counted counted;
  private @Nullable Geometry geometry;
  private @Nullable CounterSources sources;

  CounterSetup(Experiment<Counts> experiment, CounterExperiments family, Counted counted) {
    super(experiment);
    this.family = family;
    this.counted = counted;
  }

  /** Begins to set up one of the counter experiments. */
  public static CounterSetup of(Experiment<Counts> experiment) {
    return (CounterSetup) experiment.setup();
  }

  /** Where counts are emulated, emulates these caches and TLBs instead of a preset. */
  public CounterSetup geometry(Geometry machine) {
    geometry = machine;
    return this;
  }

  /** What makes emulated repetitions differ. */
  public CounterSetup disturbance(Disturbance what) {
    set("vary", CountOptions.words(what).toArray());
    return this;
  }

  /** Replays the counts stored in a folder. */
  public CounterSetup recording(Path folder) {
    set("recording", folder);
    return this;
  }

  @Override
  CounterSetup countedBy(Supplier<CounterSources> others) {
    return sources(others.get());
  }

  /** Chooses among these sources instead of all there are. */
  CounterSetup sources(CounterSources others) {
    sources = others;
    return this;
  }

  @Override
  protected Experiment<Counts> defined() {
    Counted here = counted.with(geometry, sources);
    return experiment()
        .by(here)
        .settings(choices -> family.settings(choices, here.geometry(choices)));
  }

  @Override
  protected String figure(Choices choices) {
    return family.chosen(choices).figure();
  }

  @Override
  protected String title(Choices choices) {
    String title = super.title(choices);
    return family.spread()
        ? title
        : "%s, %s level".formatted(title, family.chosen(choices).level().word());
  }
}
