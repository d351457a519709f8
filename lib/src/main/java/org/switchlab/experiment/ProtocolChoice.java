package org.switchlab.experiment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.switchlab.plan.Protocol;

/** A protocol and what was asked for beyond it, in whatever order. */
final class ProtocolChoice {

  private Protocol base;
  private @Nullable Double precision;
  private @Nullable Duration budget;

  ProtocolChoice(Protocol base) {
    this.base = base;
  }

  void base(Protocol newBase) {
    base = newBase;
  }

  /** As {@link Experiment#precision}; refused at once if out of range. */
  void precision(double share) {
    base.withPrecision(share);
    precision = share;
  }

  /** As {@link Experiment#budget}; refused at once if out of range. */
  void budget(Duration longest) {
    base.withBudgetMs(longest.toMillis());
    budget = longest;
  }

  Protocol protocol() {
    if (precision != null && base.isFixed()) {
      throw new IllegalArgumentException(
          "a precision of %s means nothing to the fixed protocol '%s': leave one of them out"
              .formatted(precision, base.name()));
    }
    Protocol precise = precision == null ? base : base.withPrecision(precision);
    return budget == null ? precise : precise.withBudgetMs(budget.toMillis());
  }
}
