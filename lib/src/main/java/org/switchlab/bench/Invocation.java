package org.switchlab.bench;

import java.util.List;
import org.switchlab.experiment.SwitchCosts;
import org.switchlab.sample.Couple;
import org.switchlab.table.Estimate;
import org.switchlab.warning.WarningCode;

/**
 * What one invocation of {@code switchlab run direct-cost} answered.
 *
 * @param number which invocation, from 1
 * @param costNs its estimate, in ns
 * @param plainMedianNs median of all its couples, whatever the machine did meanwhile, in ns
 * @param neverQuiet whether it said that it never found the machine quiet
 */
record Invocation(int number, double costNs, double plainMedianNs, boolean neverQuiet) {

  /**
   * Reads a stored result.
   *
   * @throws NotMeasurableException if it holds no estimate
   */
  static Invocation of(int number, SwitchCosts result) throws NotMeasurableException {
    Estimate cost = result.estimates().getFirst().switchCostNs();
    if (cost == null) {
      throw new NotMeasurableException("invocation %d has no estimate".formatted(number));
    }
    List<Double> allNs =
        result.samples().stream()
            .flatMap(process -> process.couples().stream())
            .map(Couple::switchCostNs)
            .toList();
    return new Invocation(
        number, cost.value(), Spread.median(allNs), result.has(WarningCode.NEVER_QUIET));
  }
}
