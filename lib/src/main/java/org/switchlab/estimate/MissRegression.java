package org.switchlab.estimate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.switchlab.table.Estimate;

/**
 * Measured switch costs explained by emulated misses: cost = base + a · cache misses + b · TLB
 * misses, by ordinary least squares.
 *
 * <p>Each pass that measured every point has a line of its own, and the trimmed means of their
 * coefficients with Student's intervals are the answer: they hold the scatter of the measurement,
 * not the error of the model.
 *
 * @param baseNs cost without any miss, in ns
 * @param nsPerCacheMiss what one more cache miss a switch goes with, in ns
 * @param nsPerTlbMiss what one more TLB miss a switch goes with, in ns
 * @param explainedShare share of the costs' variance that the line explains (R²)
 * @param points how many points it rests on
 */
public record MissRegression(
    Estimate baseNs,
    Estimate nsPerCacheMiss,
    Estimate nsPerTlbMiss,
    double explainedShare,
    int points) {

  private static final int COEFFICIENTS = 3;

  /**
   * Misses told apart by less than this many a switch are not told apart: rounding alone does it.
   */
  private static final double SINGULAR = 1e-6;

  /**
   * What is known of one point.
   *
   * @param passes what each pass says of the switch cost there
   * @param cacheMisses emulated cache misses a switch causes
   * @param tlbMisses emulated TLB misses a switch causes
   */
  public record Observation(List<PassCost> passes, double cacheMisses, double tlbMisses) {

    /** Keeps an immutable copy. */
    public Observation {
      passes = List.copyOf(passes);
    }

    private double[] costsNs(Set<Integer> ofPasses) {
      return passes.stream()
          .filter(pass -> ofPasses.contains(pass.pass()))
          .sorted(Comparator.comparingInt(PassCost::pass))
          .mapToDouble(PassCost::costNs)
          .toArray();
    }
  }

  /** What {@code more} TLB misses a switch go with, in ns. */
  public Estimate tlbPartNs(double more) {
    double low = Math.min(more * nsPerTlbMiss.low(), more * nsPerTlbMiss.high());
    double high = Math.max(more * nsPerTlbMiss.low(), more * nsPerTlbMiss.high());
    return new Estimate(more * nsPerTlbMiss.value(), low, high, nsPerTlbMiss.level());
  }

  /**
   * The regression; absent with too few points or passes, or if one kind of miss is a multiple of
   * the other at every point, so that nothing tells them apart.
   */
  public static Optional<MissRegression> of(List<Observation> observations, double level) {
    if (observations.size() <= COEFFICIENTS) {
      return Optional.empty();
    }
    List<double[]> byPoint = byPoint(observations);
    if (byPoint.getFirst().length < Student.FEWEST_UNITS) {
      return Optional.empty();
    }
    double[][] misses =
        observations.stream()
            .map(o -> new double[] {o.cacheMisses(), o.tlbMisses()})
            .toArray(double[][]::new);
    try {
      return Optional.of(fitted(byPoint, misses, level));
    } catch (SingularMatrixException indistinguishable) {
      return Optional.empty();
    }
  }

  /** The costs at each point in the passes that measured every point, in ns. */
  private static List<double[]> byPoint(List<Observation> observations) {
    Set<Integer> common = new TreeSet<>();
    observations.getFirst().passes().forEach(pass -> common.add(pass.pass()));
    for (Observation observation : observations) {
      common.retainAll(observation.passes().stream().map(PassCost::pass).toList());
    }
    return observations.stream().map(observation -> observation.costsNs(common)).toList();
  }

  private static MissRegression fitted(List<double[]> byPoint, double[][] misses, double level) {
    int passes = byPoint.getFirst().length;
    double[][] coefficients = new double[COEFFICIENTS][passes];
    for (int i = 0; i < passes; i++) {
      int pass = i;
      double[] costsNs = byPoint.stream().mapToDouble(costs -> costs[pass]).toArray();
      double[] ofPass = fit(costsNs, misses).estimateRegressionParameters();
      for (int c = 0; c < COEFFICIENTS; c++) {
        coefficients[c][pass] = ofPass[c];
      }
    }
    double[] typicalNs = byPoint.stream().mapToDouble(Student::mean).toArray();
    return new MissRegression(
        Student.interval(coefficients[0], level).orElseThrow(),
        Student.interval(coefficients[1], level).orElseThrow(),
        Student.interval(coefficients[2], level).orElseThrow(),
        fit(typicalNs, misses).calculateRSquared(),
        byPoint.size());
  }

  private static OLSMultipleLinearRegression fit(double[] costsNs, double[][] misses) {
    var line = new OLSMultipleLinearRegression(SINGULAR);
    line.newSampleData(costsNs, misses);
    return line;
  }
}
