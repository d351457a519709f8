package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CounterSource;
import org.switchlab.emulator.Alternative;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.Geometry.Inclusion;
import org.switchlab.estimate.WhatIfAnalysis;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Choices;
import org.switchlab.procedure.CountOptions;
import org.switchlab.run.Progress;

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
    if (changes.isEmpty() || choices.has(WhatIfAnalysis.ALTERNATIVE)) {
      choices.texts(WhatIfAnalysis.ALTERNATIVE).forEach(word -> all.add(WhatIf.change(word)));
    }
    all.addAll(changes);
    return WhatIf.machines(base == null ? CountOptions.geometry(choices) : base, all);
  }

  @Override
  protected Experiment<WhatIfResult> defined() {
    return experiment()
        .by(WhatIf.procedure(this::machines, emulator))
        .settings(choices -> WhatIf.settings(choices, machines(choices)));
  }
}
