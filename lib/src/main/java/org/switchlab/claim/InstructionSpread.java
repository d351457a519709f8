package org.switchlab.claim;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.estimate.ClusterBootstrap;
import org.switchlab.estimate.CountCurves;
import org.switchlab.estimate.CountUnit;
import org.switchlab.sample.Variant;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/**
 * CS-17: instruction counts vary more from repetition to repetition at kernel level than at user
 * level. Compared is the standard deviation of the counts with switches, each as a share of the
 * mean of its array size and stride.
 */
final class InstructionSpread {

  private static final int FEWEST = 5;
  private static final int RESAMPLES = 1000;
  private static final double LEVEL = 0.95;

  private InstructionSpread() {}

  static Verdict judge(Claim claim, CounterEvidence evidence) {
    List<double[]> kernel = deviations(evidence, Level.KERNEL);
    List<double[]> user = deviations(evidence, Level.USER);
    if (kernel.isEmpty() || user.isEmpty()) {
      return Verdicts.notMeasurable(
          claim,
          "Needs the instructions of both levels, %s or more of each"
              .formatted(Plural.of(FEWEST, "repetition")));
    }
    Estimate kernelSpread = spread(kernel, evidence.seed());
    Estimate userSpread = spread(user, evidence.seed());
    if (kernelSpread.value() == 0 && userSpread.value() == 0) {
      return Verdicts.notMeasurable(
          claim,
          "Every repetition counted the same instructions at both levels: this source has no cause of variation");
    }
    Outcome outcome = Kleene.above(kernelSpread, userSpread);
    String here =
        "standard deviation %s of the mean at kernel level, %s at user level"
            .formatted(percent(kernelSpread), percent(userSpread));
    List<Part> parts =
        List.of(new Part("the kernel level's spread is above the user level's", outcome));
    return Verdicts.of(claim, evidence.source(), outcome, here, Part.said(parts));
  }

  /** Relative deviations of each size and stride that was counted often enough. */
  private static List<double[]> deviations(CounterEvidence evidence, Level level) {
    CountCurves curves = evidence.curves(CounterEvent.INSTRUCTIONS);
    return curves.stridesBytes(level).stream()
        .flatMap(
            stride ->
                curves
                    .repetitions(
                        level,
                        stride,
                        Variant.PAIR,
                        CounterEvent.INSTRUCTIONS,
                        CountUnit.PER_MESSAGE)
                    .values()
                    .stream())
        .filter(values -> values.length >= FEWEST)
        .map(InstructionSpread::relative)
        .toList();
  }

  private static double[] relative(double[] values) {
    double mean = Mean.of(values).getAsDouble();
    return Arrays.stream(values).map(value -> value / mean - 1).toArray();
  }

  private static Estimate spread(List<double[]> deviations, long seed) {
    return new ClusterBootstrap(RESAMPLES, LEVEL, seed)
        .estimate(deviations, all -> StandardDeviation.of(all).getAsDouble());
  }

  private static String percent(Estimate spread) {
    return "%s %% [%s, %s]"
        .formatted(
            Units.digits(100 * spread.value()),
            Units.digits(100 * spread.low()),
            Units.digits(100 * spread.high()));
  }
}
