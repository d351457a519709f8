package org.switchlab.claim;

import java.util.List;
import java.util.Optional;
import org.switchlab.counter.Level;
import org.switchlab.estimate.SpreadTables;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/**
 * CS-17: instruction counts vary more from repetition to repetition at kernel level than at user
 * level. Compared is the standard deviation of the counts with switches, each as a share of the
 * mean of its array size and stride.
 */
final class InstructionSpread {

  private InstructionSpread() {}

  static Verdict judge(Claim claim, CounterEvidence evidence) {
    Optional<Estimate> kernel = evidence.variation(Level.KERNEL);
    Optional<Estimate> user = evidence.variation(Level.USER);
    if (kernel.isEmpty() || user.isEmpty()) {
      return Verdicts.notMeasurable(
          claim,
          "Needs the instructions of both levels, %s or more of each"
              .formatted(Plural.of(SpreadTables.FEWEST, "repetition")));
    }
    Estimate kernelSpread = kernel.get();
    Estimate userSpread = user.get();
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

  private static String percent(Estimate spread) {
    return "%s %% [%s, %s]"
        .formatted(
            Units.digits(100 * spread.value()),
            Units.digits(100 * spread.low()),
            Units.digits(100 * spread.high()));
  }
}
