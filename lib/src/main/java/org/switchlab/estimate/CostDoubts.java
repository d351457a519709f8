package org.switchlab.estimate;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Median;
import org.switchlab.unit.Plural;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Finds what the estimates themselves give reason to doubt. */
public final class CostDoubts {

  /** Cut-off of the modified z-score, Iglewicz and Hoaglin, 1993. */
  private static final double OUTLIER_SCORE = 3.5;

  /** Makes the median absolute deviation comparable to a standard deviation (same source). */
  private static final double MAD_TO_SIGMA = 0.6745;

  /** A process within this share of the others is no outlier, however alike the others are. */
  private static final double HARMLESS_SHARE = 0.05;

  private CostDoubts() {}

  /** Every doubt that {@code estimates} raise. */
  public static List<Warning> of(List<CostEstimate> estimates) {
    List<Warning> doubts = new ArrayList<>();
    addOutliers(estimates, doubts);
    addRejections(estimates, doubts);
    addPrecision(estimates, doubts);
    return doubts;
  }

  /** A doubt if this run's floor stands above the lowest this machine has shown before. */
  public static List<Warning> ofFloor(ReferenceFloor floor, OptionalDouble knownFloorNs) {
    if (floor.isAtKnown(knownFloorNs)) {
      return List.of();
    }
    double above = floor.floorNs() / knownFloorNs.getAsDouble() - 1;
    String message =
        String.format(
            ROOT,
            "the reference loop never came down to this machine's floor: its best was %.1f %%"
                + " above, so every number here may be too high",
            above * 100);
    return List.of(
        new Warning(WarningCode.NEVER_QUIET, message, "run again when the host is less busy"));
  }

  private static void addOutliers(List<CostEstimate> estimates, List<Warning> doubts) {
    long outliers = estimates.stream().mapToLong(e -> outliersIn(e.passCostsNs())).sum();
    if (outliers > 0) {
      String message =
          Plural.of(outliers, "process", "processes")
              + " apart from the others of the same setting; kept in the estimate";
      doubts.add(
          new Warning(
              WarningCode.OUTLIER_PROCESS,
              message,
              "look at them in observations.csv; more processes tell layout from disturbance"));
    }
  }

  /** How many of {@code processMediansNs} stand apart from the rest. */
  static long outliersIn(List<Double> processMediansNs) {
    double[] values = processMediansNs.stream().mapToDouble(Double::doubleValue).toArray();
    if (values.length < 4) {
      return 0;
    }
    double center = Median.withDefaults().evaluate(values.clone());
    double[] deviations =
        processMediansNs.stream().mapToDouble(v -> Math.abs(v - center)).toArray();
    double mad = Median.withDefaults().evaluate(deviations.clone());
    double limit = Math.max(OUTLIER_SCORE * mad / MAD_TO_SIGMA, HARMLESS_SHARE * Math.abs(center));
    return java.util.Arrays.stream(deviations).filter(d -> d > limit).count();
  }

  private static void addRejections(List<CostEstimate> estimates, List<Warning> doubts) {
    int rejected = estimates.stream().mapToInt(CostEstimate::rejected).sum();
    int kept = estimates.stream().mapToInt(CostEstimate::samples).sum();
    if (rejected > 0) {
      String message =
          String.format(
              ROOT,
              "%s rejected (%d kept): the switches counted differ from those expected"
                  + " by more than 1 %%",
              Plural.of(rejected, "couple"),
              kept);
      doubts.add(
          new Warning(
              WarningCode.BATCHES_REJECTED,
              message,
              "keep other work off the measured CPU, or allow SCHED_FIFO"));
    }
  }

  private static void addPrecision(List<CostEstimate> estimates, List<Warning> doubts) {
    long wide = estimates.stream().filter(e -> e.stop() == Stop.BUDGET).count();
    addWide(wide, estimates.size(), doubts);
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
