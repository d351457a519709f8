package org.switchlab.validity;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.table.Estimate;

/** What an estimate has intervals of. */
public enum Quantity {
  /** The typical cost. */
  TYPICAL("typical", CostEstimate::switchCostNs),
  /** Its direct part. */
  DIRECT("direct", CostEstimate::directNs),
  /** Its indirect part. */
  INDIRECT("indirect", CostEstimate::indirectNs),
  /** The mean cost. */
  MEAN("mean", CostEstimate::meanCostNs);

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // references to methods
  private final Function<CostEstimate, @Nullable Estimate> interval;

  Quantity(String words, Function<CostEstimate, @Nullable Estimate> interval) {
    this.words = words;
    this.interval = interval;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** The interval of it, if there is one; without an array there is nothing to fetch again. */
  @Nullable Estimate of(CostEstimate estimate) {
    return this == INDIRECT && estimate.point().isDirect() ? null : interval.apply(estimate);
  }
}
