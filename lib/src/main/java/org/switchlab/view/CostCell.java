package org.switchlab.view;

import org.jspecify.annotations.Nullable;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/** A cost in a table whose heading names the unit. */
final class CostCell {

  private CostCell() {}

  /** The cost and its interval in µs, or a dash where it is undefined. */
  static String micros(@Nullable Estimate costNs) {
    return costNs == null
        ? "–"
        : "%s [%s, %s]"
            .formatted(
                Units.micros(costNs.value()),
                Units.micros(costNs.low()),
                Units.micros(costNs.high()));
  }
}
