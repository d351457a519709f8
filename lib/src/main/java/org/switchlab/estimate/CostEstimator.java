package org.switchlab.estimate;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;
import org.switchlab.plan.Effort.Estimator;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Couple;
import org.switchlab.sample.ProcessSample;
import org.switchlab.table.Estimate;

/**
 * Turns the couples of one setting into its estimate.
 *
 * <p>Couples whose switches were not the expected ones are rejected first. Of the rest, the quiet
 * ones give the estimate; the disturbed ones are estimated beside it, so that two states are shown
 * as two.
 */
public final class CostEstimator {

  private static final int RESAMPLES = 1_000;
  private static final Median MEDIAN = Median.withDefaults();

  private final Plan plan;
  private final ReferenceFloor floor;

  /** For the samples of {@code plan}, with {@code floor} telling quiet from disturbed. */
  public CostEstimator(Plan plan, ReferenceFloor floor) {
    this.plan = plan;
    this.floor = floor;
  }

  /**
   * The estimate at {@code setting}.
   *
   * @param processes the processes that measured there; may be empty
   * @param stop why sampling ended
   */
  public CostEstimate estimate(Setting setting, List<ProcessSample> processes, Stop stop) {
    List<List<Couple>> accepted = filtered(couplesOf(processes), Couple::denominatorHolds);
    List<List<Couple>> quiet = filtered(accepted, floor::isQuiet);
    List<List<Couple>> disturbed = filtered(accepted, couple -> !floor.isQuiet(couple));
    List<List<Couple>> used = used(accepted);
    int total = count(couplesOf(processes));
    return new CostEstimate(
        setting,
        costOf(used),
        costOf(disturbed),
        median(used, couple -> couple.single().roundNs()),
        median(used, couple -> couple.pair().roundNs()),
        used.stream().map(CostEstimator::medianCostNs).toList(),
        processes.size(),
        count(used),
        total - count(accepted),
        accepted.isEmpty() ? null : (double) count(quiet) / count(accepted),
        sum(used, couple -> couple.pair().switchesExpected()),
        sum(used, couple -> couple.pair().switchesCounted()),
        stop);
  }

  /**
   * What a switch costs more at one setting than at another, in ns, with the interval of the
   * difference; absent if nothing was measured at one of them.
   */
  public @Nullable Estimate difference(
      List<ProcessSample> minuend, List<ProcessSample> subtrahend) {
    List<double[]> more = usedCostsNs(minuend);
    List<double[]> less = usedCostsNs(subtrahend);
    return more.isEmpty() || less.isEmpty()
        ? null
        : bootstrap().difference(more, less, statistic());
  }

  private List<double[]> usedCostsNs(List<ProcessSample> processes) {
    return used(filtered(couplesOf(processes), Couple::denominatorHolds)).stream()
        .map(CostEstimator::costsNs)
        .toList();
  }

  /** The couples that the estimate rests on. */
  private List<List<Couple>> used(List<List<Couple>> accepted) {
    boolean quietOnly = plan.effort().estimator() == Estimator.QUIET_MEDIAN;
    List<List<Couple>> quiet = quietOnly ? filtered(accepted, floor::isQuiet) : List.of();
    return quiet.isEmpty() ? accepted : quiet;
  }

  private @Nullable Estimate costOf(List<List<Couple>> processes) {
    if (processes.isEmpty()) {
      return null;
    }
    List<double[]> costsNs = processes.stream().map(CostEstimator::costsNs).toList();
    return bootstrap().estimate(costsNs, statistic());
  }

  private Bootstrap bootstrap() {
    return new Bootstrap(RESAMPLES, plan.effort().level(), plan.seed());
  }

  private ToDoubleFunction<double[]> statistic() {
    return switch (plan.effort().estimator()) {
      case QUIET_MEDIAN -> MEDIAN::evaluate;
      case MEAN_OF_ALL -> values -> Mean.of(values).getAsDouble();
    };
  }

  private static double[] costsNs(List<Couple> couples) {
    return couples.stream().mapToDouble(Couple::switchCostNs).toArray();
  }

  private static double medianCostNs(List<Couple> couples) {
    return MEDIAN.evaluate(costsNs(couples));
  }

  private static @Nullable Double median(
      List<List<Couple>> processes, ToDoubleFunction<Couple> quantity) {
    double[] values = processes.stream().flatMap(List::stream).mapToDouble(quantity).toArray();
    return values.length == 0 ? null : (Double) MEDIAN.evaluate(values);
  }

  private static List<List<Couple>> couplesOf(List<ProcessSample> processes) {
    return processes.stream().map(ProcessSample::couples).toList();
  }

  /** Keeps the couples that pass, and no process that is left without any. */
  private static List<List<Couple>> filtered(
      List<List<Couple>> processes, Predicate<Couple> passes) {
    return processes.stream()
        .map(couples -> couples.stream().filter(passes).toList())
        .filter(couples -> !couples.isEmpty())
        .toList();
  }

  private static int count(List<List<Couple>> processes) {
    return processes.stream().mapToInt(List::size).sum();
  }

  private static long sum(
      List<List<Couple>> processes, java.util.function.ToLongFunction<Couple> quantity) {
    return processes.stream().flatMap(List::stream).mapToLong(quantity).sum();
  }
}
