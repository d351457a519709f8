package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.switchlab.claim.Answer;
import org.switchlab.claim.Check;
import org.switchlab.claim.Checks;
import org.switchlab.claim.Claim;
import org.switchlab.counter.CountObservations;
import org.switchlab.counter.CountedMachine;
import org.switchlab.counter.Level;
import org.switchlab.emulator.Disturbance;
import org.switchlab.emulator.Geometry;
import org.switchlab.estimate.CountAnalysis;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.Counted;
import org.switchlab.sample.Variant;

/**
 * What the counter experiments have in common: all are some figures of one kind of event, by level,
 * array size, stride and flow.
 *
 * @param figures the figures it can redraw, its default first
 * @param spread whether the repetitions' differences are the result
 */
record CounterExperiments(List<CountedFigure> figures, boolean spread) {

  private static final long SMALLEST_BYTES = 1 << 10;
  private static final long LARGEST_BYTES = 1 << 20;

  /** Few: each is counted many times, and a size changes the walk's instructions alone. */
  private static final List<Long> SPREAD_SIZES = List.of(1L << 10, 16L << 10, 64L << 10);

  /** What a count is divided by, as an option. */
  private static final String PER = "per";

  private static final long USUAL_L1D_BYTES = 32 << 10;

  private static final Factor VARIANT =
      Factor.choice(
              CountObservations.VARIANT,
              Arrays.stream(Variant.values()).map(Variant::word).toList())
          .notSettable();

  CounterExperiments {
    figures = List.copyOf(figures);
  }

  /** An experiment whose figures show what repetitions have in common. */
  static Experiment<Counts> of(
      String name, String title, String summary, CountedFigure... figures) {
    var counted = new Counted(5, 2, Disturbance.USUAL);
    return new CounterExperiments(List.of(figures), false)
        .experiment(name, title, summary, counted);
  }

  /** One whose figure shows how repetitions differ, which takes more, and all that makes them. */
  static Experiment<Counts> ofSpread(
      String name, String title, String summary, CountedFigure figure) {
    return new CounterExperiments(List.of(figure), true)
        .experiment(name, title, summary, new Counted(20, 20, new Disturbance(true, true)));
  }

  private Experiment<Counts> experiment(
      String name, String title, String summary, Counted counted) {
    Experiment<Counts> experiment =
        Experiment.experiment(name)
            .title(title)
            .summary(summary)
            .redraws(first().figure())
            .vary(level(), sizes(), strides(), VARIANT)
            .option(units().size() > 1 ? new Factor[] {per()} : new Factor[0])
            .by(counted)
            .settings(choices -> settings(choices, counted.geometry(choices)))
            .estimate(new CountAnalysis(first().events(), spread))
            .as((data, shown) -> new Counts(data, shown, figures))
            .show(spread ? CountFigure::spread : CountFigure::of)
            .tables(Counts::shownTables)
            .setUpBy(undone -> new CounterSetup(undone, this, counted));
    for (CountedFigure figure : figures) {
      experiment = experiment.alias(figure.alias(), difference(figure));
    }
    for (String id : figures.stream().flatMap(f -> f.claimIds().stream()).distinct().toList()) {
      experiment = experiment.claim(id, new FigureCheck());
    }
    return experiment;
  }

  /** Answers a claim if the figure that is shown bears on it. */
  private record FigureCheck() implements Check<Counts> {

    @Override
    public Answer answer(Claim claim, Counts result) {
      return Checks.ofCounts(Objects.requireNonNull(claim.check(), claim.id()))
          .answer(claim, result.evidence());
    }

    @Override
    public boolean bearsOn(Claim claim, Counts result) {
      return result.shown().claimIds().contains(claim.id());
    }
  }

  private CountedFigure first() {
    return figures.getFirst();
  }

  /** What a figure sets that is not its experiment's default. */
  private Object[] difference(CountedFigure figure) {
    List<Object> words = new ArrayList<>();
    if (figure.level() != first().level()) {
      words.addAll(List.of(CountObservations.LEVEL, figure.level().word()));
    }
    if (figure.unit() != first().unit()) {
      words.addAll(List.of(PER, figure.unit().word()));
    }
    return words.toArray();
  }

  private Factor level() {
    Factor both =
        Factor.choice(
                CountObservations.LEVEL, Arrays.stream(Level.values()).map(Level::word).toList())
            .help("Who switches: kernel (processes) or user (threads of a library).");
    if (spread) {
      return both;
    }
    List<String> levels = figures.stream().map(f -> f.level().word()).distinct().toList();
    return levels.size() > 1
        ? both.one(levels.getFirst())
        : both.where(
                "%s; l1d-misses and dtlb-misses have the user level, too"
                    .formatted(levels.getFirst()),
                levels::contains)
            .one(levels.getFirst());
  }

  private Factor sizes() {
    return Walks.SIZES.by((machine, quick) -> defaultSizes(USUAL_L1D_BYTES, quick));
  }

  private Factor strides() {
    return Walks.STRIDES
        .where(
            "a power of two from 8 B; stride 0 walks no array and has no place on the size axis",
            value -> (long) value >= 8 && Long.bitCount((long) value) == 1)
        .by(first().stridesBytes())
        .help("Strides: powers of two from 8 B, such as 8,64.");
  }

  private Factor per() {
    return Factor.choice(PER, units())
        .one(units().getFirst())
        .help("Show counts a message, or per 1000 instructions.");
  }

  private List<String> units() {
    return figures.stream().map(f -> f.unit().word()).distinct().toList();
  }

  /**
   * The figure that {@code choices} ask for.
   *
   * @throws IllegalArgumentException if there is none of that level and unit
   */
  CountedFigure chosen(Choices choices) {
    if (spread) {
      return first();
    }
    String level = choices.text(CountObservations.LEVEL);
    String unit = units().size() > 1 ? choices.text(PER) : first().unit().word();
    return figures.stream()
        .filter(f -> f.level().word().equals(level) && f.unit().word().equals(unit))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no figure at %s level per 1000 instructions: leave level or per out"
                        .formatted(level)));
  }

  /** Both flows of each array of each level, those of the figure's own level first. */
  List<Setting> settings(Choices choices, Geometry emulated) {
    CountedFigure figure = chosen(choices);
    List<String> levels =
        spread
            ? choices.texts(CountObservations.LEVEL)
            : Stream.concat(Stream.of(figure.level()), figure.compared().stream())
                .map(Level::word)
                .toList();
    List<Long> sizes =
        choices.has(CountObservations.ARRAY)
            ? choices.wholes(CountObservations.ARRAY)
            : defaultSizes(l1dBytes(emulated), choices.quick());
    List<Long> strides =
        choices.has(CountObservations.STRIDE)
            ? choices.wholes(CountObservations.STRIDE)
            : figure.stridesBytes();
    List<Setting> settings = new ArrayList<>();
    for (String level : levels) {
      for (Setting walk : Walks.settings(sizes, strides)) {
        for (Variant variant : Variant.values()) {
          settings.add(
              Setting.of(
                  CountObservations.LEVEL, level,
                  CountObservations.ARRAY, walk.whole(CountObservations.ARRAY),
                  CountObservations.STRIDE, walk.whole(CountObservations.STRIDE),
                  CountObservations.VARIANT, variant.word()));
        }
      }
    }
    return settings;
  }

  private List<Long> defaultSizes(long l1dBytes, boolean quick) {
    return spread ? SPREAD_SIZES : sizes(l1dBytes, quick);
  }

  private static long l1dBytes(Geometry emulated) {
    Long known = CountedMachine.of(emulated).l1dBytes();
    return known == null ? USUAL_L1D_BYTES : known;
  }

  /**
   * The paper's sizes, 2^10 … 2^20 bytes, and the L1d size where it is no power of two; coarsely
   * those that the claims need.
   */
  private static List<Long> sizes(long l1dBytes, boolean coarse) {
    NavigableSet<Long> sizes = new TreeSet<>();
    if (coarse) {
      sizes.add(SMALLEST_BYTES);
      LongStream.of(l1dBytes / 4, l1dBytes / 2, l1dBytes, 2 * l1dBytes, 4 * l1dBytes, 16 * l1dBytes)
          .forEach(sizes::add);
      return List.copyOf(sizes);
    }
    for (long size = SMALLEST_BYTES; size <= LARGEST_BYTES; size *= 2) {
      sizes.add(size);
    }
    sizes.add(l1dBytes);
    return List.copyOf(sizes);
  }
}
