package org.switchlab.claim;

import java.util.Optional;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.plan.Point;
import org.switchlab.sample.SwitchWork;
import org.switchlab.unit.Units;

/**
 * CS-18: the user-level program executes more instructions than the kernel-level one.
 *
 * <p>The claim is about user and kernel mode together. A run without counters sees only what
 * executes in user mode, by stepping through it, and most of a switch executes in the kernel: it
 * shows what it saw and does not decide.
 */
final class UserMoreInstructions {

  private UserMoreInstructions() {}

  static Verdict judge(Claim claim, Evidence evidence) {
    String seen =
        instructions(evidence, evidence.direct())
            + instructions(evidence, evidence.companionDirect());
    return Verdicts.notMeasurable(
        claim,
        "Without counters the instructions that the kernel executes are not seen; count them with a"
            + " real or emulated performance-monitoring unit"
            + (seen.isEmpty() ? "" : ". In user mode alone a switch takes" + seen));
  }

  private static String instructions(Evidence evidence, Optional<PointEstimate> direct) {
    if (direct.isEmpty()) {
      return "";
    }
    Point point = direct.get().point();
    return evidence
        .workAt(point)
        .map(SwitchWork::userInstructionsPerSwitch)
        .map(count -> " %s (%s)".formatted(Units.digits(count), point.subject()))
        .orElse("");
  }
}
