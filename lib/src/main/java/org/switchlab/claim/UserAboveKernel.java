package org.switchlab.claim;

import java.util.Optional;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.sample.SwitchWork;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * CS-2: a user-level switch of the paper's thread library costs more than a kernel-level switch.
 *
 * <p>Compared are the two direct costs of one run. The order is the verdict; why it comes out so
 * are the system calls that each switch makes, which are counted.
 */
final class UserAboveKernel {

  private UserAboveKernel() {}

  static Verdict judge(Claim claim, Evidence evidence) {
    Optional<CostEstimate> userPoint = evidence.direct();
    Optional<CostEstimate> kernelPoint = evidence.companionDirect();
    Estimate user = userPoint.map(CostEstimate::switchCostNs).orElse(null);
    Estimate kernel = kernelPoint.map(CostEstimate::switchCostNs).orElse(null);
    if (user == null || kernel == null) {
      return Verdicts.notMeasurable(
          claim,
          "Needs the direct cost of the user-level and of the kernel-level switch from one run: add"
              + " the point with stride 0");
    }
    Outcome outcome = Kleene.above(user, kernel);
    String here = "%s at user level, %s at kernel level".formatted(show(user), show(kernel));
    String why = order(user, kernel, outcome) + mechanism(evidence, userPoint, kernelPoint);
    return Verdicts.of(claim, evidence, outcome, here, why);
  }

  private static String order(Estimate user, Estimate kernel, Outcome outcome) {
    String ratio =
        "The user-level switch costs %s times the kernel-level one"
            .formatted(Units.digits(user.value() / kernel.value()));
    return outcome == Outcome.INCONCLUSIVE
        ? ratio + ", but the intervals overlap; " + Verdicts.NARROW_IT
        : ratio;
  }

  /** What each of the two asks of the kernel, as far as it was counted. */
  private static String mechanism(
      Evidence evidence, Optional<CostEstimate> user, Optional<CostEstimate> kernel) {
    Optional<SwitchWork> userWork = user.flatMap(point -> evidence.workAt(point.point()));
    Optional<SwitchWork> kernelWork = kernel.flatMap(point -> evidence.workAt(point.point()));
    if (userWork.isEmpty() || kernelWork.isEmpty()) {
      return ". Why could not be seen: system calls were not counted";
    }
    return ". The thread library makes %s system calls a switch, the pipe %s, counted with their messages"
        .formatted(calls(userWork.get()), calls(kernelWork.get()));
  }

  private static String calls(SwitchWork work) {
    return Units.plain(Units.digits(work.systemCallsPerSwitch()));
  }

  private static String show(Estimate cost) {
    return Units.interval(cost.value(), cost.low(), cost.high());
  }
}
