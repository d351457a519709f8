package org.switchlab.bench;

import java.util.Collection;
import org.apache.commons.statistics.descriptive.Median;

/** The few statistics that readings are made of. */
final class Spread {

  private Spread() {}

  /**
   * How far values lie apart, as a share of their median: (max − min) / median.
   *
   * @throws IllegalArgumentException for fewer than two values, whose spread would be no statement
   */
  static double relative(Collection<Double> values) {
    if (values.size() < 2) {
      throw new IllegalArgumentException("a spread of %d values".formatted(values.size()));
    }
    var range = values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
    return (range.getMax() - range.getMin()) / median(values);
  }

  /** The median; NaN for no values. */
  static double median(Collection<Double> values) {
    return Median.withDefaults()
        .evaluate(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
