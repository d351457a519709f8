package org.switchlab.experiment;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.switchlab.claim.Answer;
import org.switchlab.counter.CounterSource;
import org.switchlab.counter.EmulatedSource;
import org.switchlab.counter.Level;
import org.switchlab.emulator.Alternative;
import org.switchlab.emulator.CacheModel;
import org.switchlab.emulator.Disturbance;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.Geometry.Inclusion;
import org.switchlab.estimate.CurveTable;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.Scale;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.CountOptions;
import org.switchlab.run.Progress;
import org.switchlab.table.Column;
import org.switchlab.table.Pivot;
import org.switchlab.table.Rows;

/**
 * What if the TLB were larger, the pages were larger, the L2 were inclusive?
 *
 * <p>Varies the modelled machine, one thing at a time, and runs the same switches on each. Reads:
 * how many misses of each kind a switch causes, and what they are estimated to cost.
 */
public final class WhatIf {

  /** The least median change worth a linear part. */
  private static final double SMALLEST = 1;

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
      Factor.choice(WhatIfResult.ALTERNATIVE, List.copyOf(CHANGES.keySet()))
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

  static final Factor LEVEL =
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
          .by(new WhatIfSetup.ChangedMachines(WhatIf::named, WhatIf::emulated))
          .settings(choices -> settings(choices, named(choices)))
          .estimate(WhatIfResult::tables)
          .as(WhatIfResult::new)
          .show(WhatIf::figure)
          .tables(result -> List.of(numbers(result)))
          .claim("CS-20", (claim, result) -> Answer.exact(result.judge(claim)))
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
    List<Long> sizes = choices.wholes(SIZES.name());
    List<Long> strides = choices.wholes(STRIDE.name());
    return machines.stream()
        .map(machine -> Walks.settings(ALTERNATIVES.name(), machine.name(), sizes, strides))
        .flatMap(List::stream)
        .toList();
  }

  /** Bars, upright from zero: the change of each kind of miss and of the cost, by alternative. */
  private static Figure figure(WhatIfResult result) {
    Rows changes = result.changesOfAsIs();
    List<String> names = result.changed();
    List<Mark> marks = new ArrayList<>();
    List<Dot> all = new ArrayList<>();
    for (Column measure : WhatIfResult.MEASURES) {
      String of = WhatIfResult.changing(measure.name());
      List<Dot> dots = dots(changes.where(WhatIfResult.OF, of), names);
      all.addAll(dots);
      marks.add(new Mark.Bars(of, look(measure.name(), marks.size()), dots));
    }
    return new Figure(
        result.heading(),
        List.of(),
        new Axis("what is changed", new RowScale(names, List.of(), false)),
        new Axis("change a switch (misses; cost in ns)", scale(all)),
        marks);
  }

  /** Costs are no misses and look like none. */
  private static Look look(String measure, int index) {
    return Look.points(
        switch (measure) {
          case WhatIfResult.COST -> Look.BLACK;
          case WhatIfResult.MESSAGE_COST -> Look.GREY;
          default -> index;
        });
  }

  /** One a name; a gap where it is not modelled. */
  private static List<Dot> dots(Rows changes, List<String> names) {
    List<Dot> dots = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int at = i;
      dots.add(
          changes
              .where(WhatIfResult.ALTERNATIVE, names.get(i))
              .first()
              .map(row -> CountFigure.dot(row, at))
              .orElseGet(() -> Dot.at(at, Double.NaN)));
    }
    return dots;
  }

  private static Scale scale(List<Dot> dots) {
    double[] sizes =
        dots.stream().filter(Dot::isThere).mapToDouble(dot -> Math.abs(dot.y())).toArray();
    return ValueAxis.symlog(sizes, dots, SMALLEST, new double[] {0});
  }

  /** The same as a table: a row an alternative. */
  private static Rows numbers(WhatIfResult result) {
    Rows changes = result.changesOfAsIs();
    boolean intervals = changes.rows().stream().allMatch(row -> row.has(Column.ESTIMATE_NAME));
    Rows wide =
        Pivot.of(
            changes,
            WhatIfResult.ALTERNATIVE,
            WhatIfResult.OF,
            intervals ? Column.ESTIMATE_NAME : CurveTable.VALUE);
    return new Rows(
        "Change of the misses that a switch causes, and of their estimated cost, against the"
            + " machine as it is; means over the array sizes",
        wide.columns(),
        wide.rows());
  }
}
