package org.switchlab.defect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Quantile;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.Stop;
import org.switchlab.estimate.Student;
import org.switchlab.sample.Couple;
import org.switchlab.table.Estimate;

/**
 * Sets wrong methods beside the right one.
 *
 * <p>The right one is that of every experiment here: what the couples of a pass say that made their
 * switches, and over passes the trimmed mean with Student's interval. Each wrong method is applied
 * once a pass, and its error is formed within the pass: a disturbed pass disturbs both sides, and
 * the error knows it.
 *
 * @param level confidence level of the intervals, for instance 0.95
 * @param precision half-width of an error's interval that is narrow enough, as a share of what is
 *     right; 0 if none is asked for
 */
public record Comparer(double level, double precision) {

  /** Share of single applications left out at either end of their range. */
  private static final double ONCE_TAIL = 0.025;

  /** One application of the method, and the right answer of the same pass; none is NaN. */
  private record Trial(double wrongNs, double rightNs) {

    boolean hasRight() {
      return !Double.isNaN(rightNs);
    }

    double errorNs() {
      return wrongNs - rightNs;
    }
  }

  /**
   * The comparison of {@code method} with the right one.
   *
   * @param unfinished why measuring ended, if not because the interval is narrow enough
   */
  public Comparison compare(WrongMethod method, List<Pass> passes, Stop unfinished) {
    List<Trial> trials = new ArrayList<>();
    int applications = 0;
    for (Pass pass : passes) {
      Pass clean = clean(pass);
      Pass applied = method.usesEverything() ? pass : clean;
      if (has(applied, method)) {
        applications++;
        trial(method, applied, clean).ifPresent(trials::add);
      }
    }
    List<Trial> known = trials.stream().filter(Trial::hasRight).toList();
    double[] answersNs = trials.stream().mapToDouble(Trial::wrongNs).toArray();
    Estimate rightNs = interval(known, Trial::rightNs);
    Estimate errorNs = interval(known, Trial::errorNs);
    return new Comparison(
        method.name(),
        interval(trials, Trial::wrongNs),
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

  private @Nullable Estimate interval(List<Trial> trials, ToDoubleFunction<Trial> number) {
    return Student.interval(trials.stream().mapToDouble(number).toArray(), level).orElse(null);
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

  /** The pass with those couples only that the right method would use. */
  private static Pass clean(Pass pass) {
    Pass clean = pass;
    for (Conduct conduct : Conduct.values()) {
      if (conduct.inTurn()) {
        clean = clean.only(conduct, Couple::denominatorHolds);
      }
    }
    return clean;
  }

  private static Optional<Trial> trial(WrongMethod method, Pass applied, Pass clean) {
    double rightNs =
        Median.withDefaults()
            .evaluate(
                clean.of(Conduct.PAIRED).stream().mapToDouble(Couple::switchCostNs).toArray());
    OptionalDouble wrongNs = method.costNs(applied);
    return wrongNs.isPresent()
        ? Optional.of(new Trial(wrongNs.getAsDouble(), rightNs))
        : Optional.empty();
  }

  private static @Nullable Double quantile(double[] answersNs, double share) {
    return answersNs.length == 0
        ? null
        : (Double) Quantile.withDefaults().evaluate(answersNs.clone(), share);
  }
}
