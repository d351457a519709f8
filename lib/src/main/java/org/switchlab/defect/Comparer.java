package org.switchlab.defect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Quantile;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.Bootstrap;
import org.switchlab.estimate.ReferenceFloor;
import org.switchlab.estimate.Stop;
import org.switchlab.sample.Couple;
import org.switchlab.table.Estimate;

/**
 * Sets wrong methods beside the right one.
 *
 * <p>The right one is that of every experiment here: the median of the couples that made their
 * switches and found the machine quiet; if it never was, of all that made them. It is taken in each
 * pass, and the median of the passes stands for both sides, so that they differ in nothing else.
 * Intervals are by resampling whole passes, for wrong, right and error alike: a disturbed pass
 * disturbs both sides, and the error knows it.
 *
 * @param floor tells quiet couples from disturbed ones
 * @param bootstrap makes the intervals
 * @param precision half-width of an error's interval that is narrow enough, as a share of what is
 *     right
 */
public record Comparer(ReferenceFloor floor, Bootstrap bootstrap, double precision) {

  /** Share of single applications left out at either end of their range. */
  private static final double ONCE_TAIL = 0.025;

  private static final Median MEDIAN = Median.withDefaults();

  /** One application of the method, and the right answer of the same pass; none is NaN. */
  private record Trial(double wrongNs, double rightNs) {

    boolean hasRight() {
      return !Double.isNaN(rightNs);
    }
  }

  /**
   * The comparison of {@code method} with the right one.
   *
   * @param unfinished why measuring ended, if not because the interval is narrow enough
   */
  public Comparison compare(WrongMethod method, List<Pass> passes, Stop unfinished) {
    List<Pass> clean = clean(passes);
    List<Trial> trials = new ArrayList<>();
    int applications = 0;
    for (int i = 0; i < passes.size(); i++) {
      Pass applied = method.usesEverything() ? passes.get(i) : clean.get(i);
      if (has(applied, method)) {
        applications++;
        trial(method, applied, clean.get(i)).ifPresent(trials::add);
      }
    }
    boolean defined = trials.stream().anyMatch(Trial::hasRight);
    double[] answersNs = trials.stream().mapToDouble(Trial::wrongNs).toArray();
    Estimate rightNs = defined ? bootstrap.ofUnits(trials, Comparer::rightNs) : null;
    Estimate errorNs = defined ? bootstrap.ofUnits(trials, Comparer::errorNs) : null;
    return new Comparison(
        method.name(),
        trials.isEmpty() ? null : bootstrap.ofUnits(trials, Comparer::wrongNs),
        rightNs,
        errorNs,
        errorNs == null || rightNs == null ? null : errorNs.value() / rightNs.value(),
        quantile(answersNs, ONCE_TAIL),
        quantile(answersNs, 1 - ONCE_TAIL),
        applications,
        applications - trials.size(),
        method.what(),
        method.why(),
        stop(errorNs, rightNs, unfinished));
  }

  private Stop stop(@Nullable Estimate errorNs, @Nullable Estimate rightNs, Stop unfinished) {
    if (errorNs == null || rightNs == null) {
      return Stop.FAILED;
    }
    double halfWidthNs = (errorNs.high() - errorNs.low()) / 2;
    return halfWidthNs <= precision * Math.abs(rightNs.value()) ? Stop.PRECISION : unfinished;
  }

  private static boolean has(Pass pass, WrongMethod method) {
    return !pass.of(Conduct.PAIRED).isEmpty()
        && method.needs().stream().noneMatch(conduct -> pass.of(conduct).isEmpty());
  }

  /**
   * The passes with those couples only that the right method would use: quiet ones, or, of a
   * conduct that never was quiet, those that made their switches.
   */
  private List<Pass> clean(List<Pass> passes) {
    Predicate<Couple> quiet = couple -> couple.denominatorHolds() && floor.isQuiet(couple);
    List<Pass> clean = passes;
    for (Conduct conduct : Conduct.values()) {
      if (conduct.inTurn()) {
        boolean anyQuiet =
            passes.stream().flatMap(pass -> pass.of(conduct).stream()).anyMatch(quiet);
        Predicate<Couple> used = anyQuiet ? quiet : Couple::denominatorHolds;
        clean = clean.stream().map(pass -> pass.only(conduct, used)).toList();
      }
    }
    return clean;
  }

  private static Optional<Trial> trial(WrongMethod method, Pass applied, Pass clean) {
    double rightNs =
        MEDIAN.evaluate(
            clean.of(Conduct.PAIRED).stream().mapToDouble(Couple::switchCostNs).toArray());
    OptionalDouble wrongNs = method.costNs(applied);
    return wrongNs.isPresent()
        ? Optional.of(new Trial(wrongNs.getAsDouble(), rightNs))
        : Optional.empty();
  }

  private static double wrongNs(List<Trial> trials) {
    return MEDIAN.evaluate(trials.stream().mapToDouble(Trial::wrongNs).toArray());
  }

  private static double rightNs(List<Trial> trials) {
    return MEDIAN.evaluate(
        trials.stream().filter(Trial::hasRight).mapToDouble(Trial::rightNs).toArray());
  }

  private static double errorNs(List<Trial> trials) {
    return wrongNs(trials) - rightNs(trials);
  }

  private static @Nullable Double quantile(double[] answersNs, double share) {
    return answersNs.length == 0
        ? null
        : (Double) Quantile.withDefaults().evaluate(answersNs.clone(), share);
  }
}
