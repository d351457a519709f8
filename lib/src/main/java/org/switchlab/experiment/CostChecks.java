package org.switchlab.experiment;

import java.util.Objects;
import java.util.function.Function;
import org.switchlab.claim.Check;
import org.switchlab.claim.Checks;
import org.switchlab.claim.Evidence;
import org.switchlab.result.Result;

/** The checks of costs over array size, by the names that claims give. */
final class CostChecks {

  private CostChecks() {}

  /** The check that a claim's data name. */
  static Check<SwitchCosts> named() {
    return named(SwitchCosts::evidence);
  }

  /** The same on what a result has to say. */
  static <R extends Result> Check<R> named(Function<R, Evidence> evidence) {
    return (claim, result) ->
        Checks.ofCosts(Objects.requireNonNull(claim.check(), claim.id()))
            .judge(claim, evidence.apply(result));
  }
}
