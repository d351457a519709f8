package org.switchlab.study;

import java.util.Objects;
import org.switchlab.claim.Checks;

/** The checks of costs over array size, by the names that claims give. */
final class CostChecks {

  private CostChecks() {}

  /** The check that a claim's data name. */
  static Check<SwitchCosts> named() {
    return (claim, result) ->
        Checks.byName(Objects.requireNonNull(claim.check(), claim.id()))
            .judge(claim, result.evidence());
  }
}
