package org.switchlab.estimate;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.descriptive.Median;
import org.switchlab.plan.Effort;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.unit.Plural;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Finds what the estimates themselves give reason to doubt. */
public final class CostDoubts {

  /** Cut-off of the modified z-score, Iglewicz and Hoaglin, 1993. */
  private static final double OUTLIER_SCORE = 3.5;

  /** Makes the median absolute deviation comparable to a standard deviation (same source). */
  private static final double MAD_TO_SIGMA = 0.6745;

  /** A unit within this share of the others is no outlier, however alike the others are. */
  private static final double HARMLESS_SHARE = 0.05;

  private CostDoubts() {}

  /** With less than this share of the samples quiet, much rests on what was corrected. */
  private static final double USUALLY_QUIET = 0.5;

  /** Every doubt that {@code estimates} raise, of which {@code effort} was asked. */
  public static List<Warning> of(Effort effort, List<CostEstimate> estimates) {
    List<Warning> doubts = new ArrayList<>();
    List<CostEstimate> possible =
        estimates.stream().filter(e -> e.stop() != Stop.UNAVAILABLE).toList();
    addFew(possible.stream().filter(e -> e.switchCostNs() == null).count(), possible, doubts);
    addOutliers(estimates, doubts);
    addRejections(estimates, doubts);
    if (effort.precision() > 0) {
      long wide = estimates.stream().filter(e -> e.stop() == Stop.BUDGET).count();
      addWide(wide, estimates.size(), doubts);
    }
    return doubts;
  }

  /** A doubt if the machine was disturbed most of the time, as {@link StateTable} tells. */
  static List<Warning> ofState(Rows state) {
    double samples = 0;
    double quiet = 0;
    for (Row row : state.rows()) {
      samples += row.whole(StateTable.SAMPLES);
      quiet += row.whole(StateTable.SAMPLES) * row.number(StateTable.QUIET).orElseThrow();
    }
    if (samples == 0 || quiet >= USUALLY_QUIET * samples) {
      return List.of();
    }
    String message =
        String.format(
            ROOT,
            "other work disturbed the machine for %.0f %% of the time: message and switch are"
                + " corrected where messages show it, the rest may be too high",
            100 * (1 - quiet / samples));
    return List.of(
        new Warning(
            WarningCode.MOSTLY_DISTURBED,
            message,
            "run again when machine and host are less busy"));
  }

  private static void addFew(long few, List<CostEstimate> estimates, List<Warning> doubts) {
    addFew(few, estimates.size(), "passes", doubts);
  }

  /** A doubt if some of so many settings have too few units for an interval. */
  static void addFew(long few, int settings, String units, List<Warning> doubts) {
    if (few > 0) {
      String message =
          "%d of %s had fewer than %d %s: there is no interval, and no verdict rests on it"
              .formatted(few, Plural.of(settings, "setting"), Student.FEWEST_UNITS, units);
      doubts.add(new Warning(WarningCode.TOO_FEW_VISITS, message, "give a longer --budget"));
    }
  }

  private static void addOutliers(List<CostEstimate> estimates, List<Warning> doubts) {
    long outliers = estimates.stream().mapToLong(e -> outliersIn(e.passCostsNs())).sum();
    if (outliers > 0) {
      long all = estimates.stream().mapToLong(e -> e.passes().size()).sum();
      String message =
          "%d of %s unlike the others of their setting, whose estimate bears up to a fifth of such"
              .formatted(outliers, Plural.of(all, "pass", "passes"));
      doubts.add(
          new Warning(
              WarningCode.OUTLIER_PROCESS,
              message,
              "look at them in the table of passes; run again when the machine is less busy"));
    }
  }

  /** How many of {@code unitsNs} stand apart from the rest. */
  static long outliersIn(List<Double> unitsNs) {
    double[] values = unitsNs.stream().mapToDouble(Double::doubleValue).toArray();
    if (values.length < 4) {
      return 0;
    }
    double center = Median.withDefaults().evaluate(values.clone());
    double[] deviations = unitsNs.stream().mapToDouble(v -> Math.abs(v - center)).toArray();
    double mad = Median.withDefaults().evaluate(deviations.clone());
    double limit = Math.max(OUTLIER_SCORE * mad / MAD_TO_SIGMA, HARMLESS_SHARE * Math.abs(center));
    return java.util.Arrays.stream(deviations).filter(d -> d > limit).count();
  }

  private static void addRejections(List<CostEstimate> estimates, List<Warning> doubts) {
    long rejected = estimates.stream().mapToLong(CostEstimate::rejected).sum();
    long all = rejected + estimates.stream().mapToLong(CostEstimate::samples).sum();
    if (rejected > 0) {
      String message =
          "%d of %s left out: the switches counted in them are not those expected"
              .formatted(rejected, Plural.of(all, sample(estimates)));
      doubts.add(
          new Warning(
              WarningCode.BATCHES_REJECTED,
              message,
              "keep other work off the measured CPU, or allow SCHED_FIFO"));
    }
  }

  /** What the costs were made of: stamped rounds know the parts of a cost, batches do not. */
  private static String sample(List<CostEstimate> estimates) {
    return estimates.stream()
            .flatMap(estimate -> estimate.passes().stream())
            .anyMatch(pass -> pass.directNs() != null)
        ? "slot"
        : "couple";
  }

  /** A doubt if some of so many settings ended with the budget. */
  static void addWide(long wide, int settings, List<Warning> doubts) {
    if (wide > 0) {
      String message =
          "%d of %s ended with the budget, before the interval was as narrow as asked"
              .formatted(wide, Plural.of(settings, "setting"));
      doubts.add(new Warning(WarningCode.PRECISION_NOT_REACHED, message, "give a longer --budget"));
    }
  }
}
