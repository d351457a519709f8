package org.switchlab.experiment;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchlab.defect.Comparison;
import org.switchlab.defect.Comparisons;
import org.switchlab.defect.Conduct;
import org.switchlab.defect.ConductVisitor;
import org.switchlab.defect.WrongMethod;
import org.switchlab.defect.WrongMethods;
import org.switchlab.machine.Cache;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.EffortOptions;
import org.switchlab.procedure.Task;
import org.switchlab.procedure.TwoStage;
import org.switchlab.procedure.Visits;
import org.switchlab.procedure.Visits.Judge;
import org.switchlab.sample.Couple;
import org.switchlab.table.Estimate;
import org.switchlab.table.Rows;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/**
 * Teaching by defect: named wrong ways to measure a switch, each beside the right one.
 *
 * <p>Varies the conduct, at one array size and stride: a wrong method needs some of them. Measures,
 * pass by pass and in random order, the right way and what the wrong ones need beside it. Reads:
 * how far each method is off on this machine, and how much it scatters when it is applied once.
 */
public final class WrongWays {

  private static final Factor CONDUCT =
      Factor.choice(
              Conduct.FACTOR, EnumSet.allOf(Conduct.class).stream().map(Conduct::word).toList())
          .notSettable();

  /** Half of L2, which two arrays then fill: a switch has an indirect cost to be lost. */
  private static final Factor SIZE =
      Walks.SIZES
          .one(null)
          .by((machine, quick) -> List.of(machine.cacheBytes(2).orElse(Cache.USUAL_L2_BYTES) / 2))
          .help("Array size, such as 32K; a multiple of 64 B.");

  private static final Factor STRIDE =
      Walks.STRIDES.one(64L).help("Stride: 0 (no array) or a power of two from 8 B.");

  private static final Factor METHOD =
      Factor.choice(Comparisons.METHOD, WrongMethods.names())
          .help("Wrong methods (default: all): " + String.join(", ", WrongMethods.names()) + ".");

  private static final EffortOptions EFFORT =
      new EffortOptions(Efforts.passes(), Efforts.quickPasses());

  /** As data. */
  public static final Experiment<WrongWaysResult> EXPERIMENT =
      Experiment.experiment("protocols")
          .alias("defects")
          .title("Wrong ways to measure a switch, beside the right one")
          .summary("how far off published wrong methods are on this machine")
          .vary(CONDUCT, SIZE, STRIDE)
          .option(METHOD)
          .settings(WrongWays::settings)
          .by(new Visits(EFFORT, Couple.MEASURES, ConductVisitor::open, WrongWays::judge))
          .estimate(new Comparisons())
          .as(WrongWaysResult::new)
          .show(WrongWaysFigure::of)
          .tables(WrongWays::tables)
          .headline(WrongWays::headline)
          .notes(WrongWays::notes);

  private WrongWays() {}

  /** What the methods need, of one walk. */
  private static List<Setting> settings(Choices choices) {
    List<Long> sizes = choices.wholes(SIZE.name());
    List<Long> strides = choices.wholes(STRIDE.name());
    return conducts(choices).stream()
        .map(conduct -> Walks.settings(Conduct.FACTOR, conduct.word(), sizes, strides))
        .flatMap(List::stream)
        .toList();
  }

  /** On one CPU there is no other to be unpinned to: that method stays without a number. */
  private static Set<Conduct> conducts(Choices choices) {
    Set<Conduct> conducts = EnumSet.of(Conduct.PAIRED);
    choices.texts(Comparisons.METHOD).stream()
        .map(WrongMethods::named)
        .map(WrongMethod::needs)
        .forEach(conducts::addAll);
    if (choices.machine().allowedCpus().size() < 2) {
      conducts.remove(Conduct.UNPINNED);
    }
    return conducts;
  }

  /** A comparison needs all conducts in the same passes: each gets what the widest error takes. */
  static Judge judge(Task task) {
    Plan plan = task.plan();
    return pilot -> {
      int passes =
          new Comparisons()
              .tables(plan, pilot, Map.of()).getFirst().rows().stream()
                  .map(Comparison::of)
                  .filter(comparison -> comparison.errorNs() != null)
                  .mapToInt(comparison -> passes(comparison, plan.effort().precision()))
                  .max()
                  .orElse(Integer.MAX_VALUE);
      return plan.settings().stream().collect(Collectors.toMap(s -> s, _ -> passes));
    };
  }

  private static int passes(Comparison pilot, double precision) {
    Estimate rightNs = pilot.rightNs();
    double wantedNs = rightNs == null ? 0 : precision * Math.abs(rightNs.value());
    return TwoStage.passes(pilot.errorNs(), pilot.applications(), wantedNs);
  }

  /** The numbers, and what they are numbers of; how often and why it ended is in the main one. */
  private static List<Rows> tables(WrongWaysResult result) {
    Rows numbers =
        result
            .rows()
            .only("method", "wrong", "right", "error", "errorShare", "onceLowNs", "onceHighNs");
    Rows words = result.rows().only("method", "what", "why");
    return List.of(
        new Rows("Cost of one switch by each method", numbers.columns(), numbers.rows()),
        new Rows("What each method does", words.columns(), words.rows()));
  }

  /** The method that errs most; empty if no error is known. */
  private static String headline(WrongWaysResult result) {
    return result.comparisons().stream()
        .filter(comparison -> comparison.errorShare() != null)
        .max(Comparator.comparingDouble(WrongWays::magnitude))
        .map(worst -> "Furthest off: %s, by %s".formatted(worst.name(), error(worst)))
        .orElse("");
  }

  private static double magnitude(Comparison comparison) {
    Double share = comparison.errorShare();
    return share == null ? 0 : Math.abs(share);
  }

  /** The error with its sign, and as a share of what is right. */
  private static String error(Comparison comparison) {
    Estimate errorNs = comparison.errorNs();
    Double share = comparison.errorShare();
    if (errorNs == null || share == null) {
      return "not to be told: nothing was measured on one side";
    }
    return "%s, %s%s of what is right"
        .formatted(
            Units.interval(errorNs.value(), errorNs.low(), errorNs.high()),
            share < 0 ? "-" : "+",
            Units.share(Math.abs(share)));
  }

  /** What a table of numbers does not say by itself. */
  private static List<String> notes(WrongWaysResult result) {
    return result.comparisons().stream()
        .flatMap(
            c ->
                c.errorNs() == null
                    ? Stream.of("%s: error %s.".formatted(c.name(), error(c)))
                    : unanswered(c))
        .toList();
  }

  private static Stream<String> unanswered(Comparison comparison) {
    return comparison.unanswered() == 0
        ? Stream.empty()
        : Stream.of(
            "%s had no answer %s in %d."
                .formatted(
                    comparison.name(),
                    Plural.of(comparison.unanswered(), "time"),
                    comparison.applications()));
  }
}
