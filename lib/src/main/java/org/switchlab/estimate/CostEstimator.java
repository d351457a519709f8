package org.switchlab.estimate;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;
import org.switchlab.plan.Effort.Estimator;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Couple;
import org.switchlab.sample.ProcessSample;

/**
 * Turns the couples of one setting into its estimate: couples whose switches were not the expected
 * ones are left out, the rest of each process give what its pass says, and passes are the units.
 */
public final class CostEstimator {

  private static final Median MEDIAN = Median.withDefaults();

  private final Plan plan;

  /** For the samples of {@code plan}. */
  public CostEstimator(Plan plan) {
    this.plan = plan;
  }

  /**
   * The estimate at {@code setting}.
   *
   * @param processes the processes that measured there; may be empty
   * @param stop why sampling ended
   */
  public CostEstimate estimate(Setting setting, List<ProcessSample> processes, Stop stop) {
    List<Couple> all = processes.stream().flatMap(p -> p.couples().stream()).toList();
    List<Couple> accepted = all.stream().filter(Couple::denominatorHolds).toList();
    List<PassCost> passes =
        processes.stream().filter(CostEstimator::hasAccepted).map(this::passCost).toList();
    double level = plan.effort().level();
    return new CostEstimate(
        setting,
        Student.interval(numbers(passes, PassCost::costNs), level).orElse(null),
        TrimmedMean.untrimmed(numbers(passes, PassCost::meanNs))
            .map(mean -> mean.interval(level))
            .orElse(null),
        null,
        null,
        median(accepted, couple -> couple.single().roundNs()),
        median(accepted, couple -> couple.pair().roundNs()),
        passes,
        accepted.size(),
        all.size() - accepted.size(),
        all.stream().mapToLong(couple -> couple.pair().switchesExpected()).sum(),
        all.stream().mapToLong(couple -> couple.pair().switchesCounted()).sum(),
        stop);
  }

  private static boolean hasAccepted(ProcessSample process) {
    return process.couples().stream().anyMatch(Couple::denominatorHolds);
  }

  private PassCost passCost(ProcessSample process) {
    double[] costsNs =
        process.couples().stream()
            .filter(Couple::denominatorHolds)
            .mapToDouble(Couple::switchCostNs)
            .toArray();
    double meanNs = Mean.of(costsNs).getAsDouble();
    boolean mean = plan.effort().estimator() == Estimator.MEAN_OF_ALL;
    return new PassCost(
        process.process(), mean ? meanNs : MEDIAN.evaluate(costsNs), meanNs, null, null);
  }

  private static double[] numbers(List<PassCost> passes, ToDoubleFunction<PassCost> number) {
    return passes.stream().mapToDouble(number).toArray();
  }

  private static @Nullable Double median(List<Couple> couples, ToDoubleFunction<Couple> quantity) {
    double[] values = couples.stream().mapToDouble(quantity).toArray();
    return values.length == 0 ? null : (Double) MEDIAN.evaluate(values);
  }
}
