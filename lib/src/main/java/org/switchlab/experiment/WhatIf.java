package org.switchlab.experiment;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.switchlab.counter.CounterSource;
import org.switchlab.counter.EmulatedSource;
import org.switchlab.counter.Level;
import org.switchlab.emulator.Alternative;
import org.switchlab.emulator.CacheModel;
import org.switchlab.emulator.Disturbance;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.Geometry.Inclusion;
import org.switchlab.estimate.WhatIfAnalysis;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.ChangedMachines;
import org.switchlab.procedure.CountOptions;
import org.switchlab.run.Progress;

/**
 * What if the TLB were larger, the pages were larger, the L2 were inclusive?
 *
 * <p>Varies the modelled machine, one thing at a time, and runs the same switches on each. Reads:
 * how many misses of each kind a switch causes, and what they are estimated to cost.
 */
public final class WhatIf {

  private static final int REPETITIONS = 5;

  /** Fewer sizes would be other means, and so another question: a first look repeats less. */
  private static final int QUICK_REPETITIONS = 2;

  /**
   * Where pages lie decides which of them compete in L2. Each repetition draws another placement,
   * and all alternatives draw the same ones, so that their differences are free of it.
   */
  private static final Disturbance PLACED_AT_RANDOM = new Disturbance(false, true);

  /** The changes by the words that stand for them. */
  static final Map<String, Function<Geometry, Alternative>> CHANGES =
      ordered(
          entry("double-tlb", Alternative::doubleTlb),
          entry("huge-pages", Alternative::hugePages),
          entry("flush", Alternative::flushAtSwitch),
          entry("tags", Alternative::tags),
          entry("inclusive", machine -> Alternative.inclusion(machine, Inclusion.INCLUSIVE)),
          entry("exclusive", machine -> Alternative.inclusion(machine, Inclusion.EXCLUSIVE)),
          entry("neither", machine -> Alternative.inclusion(machine, Inclusion.NONE)),
          entry("double-l1", Alternative::doubleL1),
          entry("double-code", Alternative::doubleCode));

  /** Those that the paper's conclusion names and a few more. */
  private static final List<String> USUAL =
      List.of("double-tlb", "huge-pages", "flush", "inclusive", "double-l1", "double-code");

  private static final Factor ALTERNATIVES =
      Factor.choice(WhatIfAnalysis.ALTERNATIVE, List.copyOf(CHANGES.keySet()))
          .word("alternatives")
          .by(USUAL)
          .help(
              "Changes of the machine to compare it with: "
                  + String.join(", ", CHANGES.keySet())
                  + ".");

  private static final Factor SIZES =
      Walks.SIZES.by(List.of(4L << 10, 16L << 10, 32L << 10, 64L << 10, 128L << 10, 256L << 10));

  private static final Factor STRIDE =
      Walks.STRIDES
          .where(
              "one stride above 0, a power of two from 8 B, such as 64",
              value -> (long) value >= 8 && Long.bitCount((long) value) == 1)
          .one(64L)
          .help("Stride: a power of two from 8 B, such as 64.");

  private static final Factor LEVEL =
      Factor.choice("level", Arrays.stream(Level.values()).map(Level::word).toList())
          .one(Level.KERNEL.word())
          .help("Who switches: kernel (processes) or user (threads of a library).");

  /** As data. */
  public static final Experiment<WhatIfResult> EXPERIMENT =
      Experiment.experiment("what-if")
          .alias("conclusion")
          .title("What if: misses and estimated cost of a switch on a changed machine")
          .summary("how misses of a switch change with TLB, pages, tags, inclusion, L1: emulated")
          .vary(ALTERNATIVES, SIZES, STRIDE)
          .option(LEVEL)
          .by(procedure(WhatIf::named, WhatIf::emulated))
          .settings(choices -> settings(choices, named(choices)))
          .estimate(new WhatIfAnalysis())
          .as(WhatIfResult::new)
          .show(WhatIfFigure::of)
          .tables(result -> List.of(WhatIfFigure.numbers(result)))
          .claim("CS-20", (claim, result) -> result.judge(claim))
          .setUpBy(WhatIfSetup::new);

  private WhatIf() {}

  /** Begins to set one up. */
  public static WhatIfSetup open() {
    return (WhatIfSetup) EXPERIMENT.setup();
  }

  @SafeVarargs
  private static <K, V> Map<K, V> ordered(Map.Entry<K, V>... entries) {
    Map<K, V> ordered = new LinkedHashMap<>();
    for (Map.Entry<K, V> entry : entries) {
      ordered.put(entry.getKey(), entry.getValue());
    }
    return ordered;
  }

  /** Counting the misses of these machines, by what {@code emulator} opens. */
  static ChangedMachines procedure(
      Function<Choices, List<Alternative>> machines,
      BiFunction<Geometry, Progress.Listener, CounterSource> emulator) {
    return new ChangedMachines(
        REPETITIONS,
        QUICK_REPETITIONS,
        choices -> Level.of(choices.text(LEVEL.name())),
        machines,
        emulator);
  }

  static CounterSource emulated(Geometry geometry, Progress.Listener to) {
    return EmulatedSource.open(geometry, CacheModel.ALL, PLACED_AT_RANDOM, to);
  }

  /** The machine as it is, and the changes of it that {@code choices} name. */
  private static List<Alternative> named(Choices choices) {
    return machines(
        CountOptions.geometry(choices),
        choices.texts(ALTERNATIVES.name()).stream().map(WhatIf::change).toList());
  }

  static Function<Geometry, Alternative> change(String word) {
    return Objects.requireNonNull(CHANGES.get(word), word);
  }

  /**
   * The machine as it is, and each change of it.
   *
   * @throws IllegalArgumentException if two have one name
   */
  static List<Alternative> machines(Geometry base, List<Function<Geometry, Alternative>> changes) {
    List<Alternative> machines = new ArrayList<>(List.of(Alternative.asIs(base)));
    for (Function<Geometry, Alternative> change : changes) {
      Alternative changed = change.apply(base);
      if (machines.stream().anyMatch(known -> known.name().equals(changed.name()))) {
        throw new IllegalArgumentException(
            "there are two alternatives '%s': leave one out or give it another name"
                .formatted(changed.name()));
      }
      machines.add(changed);
    }
    return machines;
  }

  /** Each array on each machine. */
  static List<Setting> settings(Choices choices, List<Alternative> machines) {
    List<Setting> walks =
        Walks.settings(choices.wholes(SIZES.name()), choices.wholes(STRIDE.name()));
    return machines.stream()
        .flatMap(
            machine ->
                walks.stream()
                    .map(
                        walk ->
                            Setting.of(
                                ALTERNATIVES.name(), machine.name(),
                                SIZES.name(), walk.whole(SIZES.name()),
                                STRIDE.name(), walk.whole(STRIDE.name()))))
        .toList();
  }
}
