package org.switchlab.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.switchlab.claim.Verdicts.OfStride;
import org.switchlab.claim.Verdicts.Part;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.estimate.SpreadTables;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/** The checks of instruction counts. */
final class InstructionChecks {

  private InstructionChecks() {}

  /**
   * CS-17: instruction counts vary more from repetition to repetition at kernel level than at user
   * level. Compared is how far the counts with switches lie from their median on average, as a
   * share of it.
   */
  static Verdict spread(Claim claim, CounterEvidence evidence) {
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
          "Every repetition counted the same instructions at both levels: this source has no cause"
              + " of variation");
    }
    String here =
        "mean deviation %s of the median at kernel level, %s at user level"
            .formatted(percent(kernelSpread), percent(userSpread));
    List<Part> parts =
        List.of(
            new Part(
                "the kernel level's spread is above the user level's",
                Kleene.above(kernelSpread, userSpread)));
    return Verdicts.of(claim, evidence.source(), here, parts);
  }

  private static String percent(Estimate spread) {
    return "%s %% [%s, %s]"
        .formatted(
            Units.digits(100 * spread.value()),
            Units.digits(100 * spread.low()),
            Units.digits(100 * spread.high()));
  }

  /**
   * CS-18: the user-level program executes more instructions than the kernel-level one, a message
   * with its switch, at every size and stride that both were counted at.
   */
  static Verdict count(Claim claim, CounterEvidence evidence) {
    if (!evidence.countsKernel(CounterEvent.INSTRUCTIONS)) {
      return Verdicts.notMeasurable(claim, Verdicts.NO_KERNEL_COUNTS);
    }
    List<Contrast> user = evidence.contrasts(Level.USER, CounterEvent.INSTRUCTIONS);
    List<OfStride> answers = new ArrayList<>();
    for (Contrast kernel : evidence.contrasts(Level.KERNEL, CounterEvent.INSTRUCTIONS)) {
      Optional<Contrast> same =
          user.stream().filter(u -> u.strideBytes() == kernel.strideBytes()).findFirst();
      same.filter(u -> u.sizesBytes().equals(kernel.sizesBytes()))
          .ifPresent(u -> answers.add(answer(u, kernel)));
    }
    return answers.isEmpty()
        ? Verdicts.notMeasurable(claim, "Needs the instructions of both levels at the same points")
        : Verdicts.everyStride(claim, evidence.source(), answers);
  }

  private static OfStride answer(Contrast user, Contrast kernel) {
    List<Integer> all = user.above(0);
    String here =
        "%s instructions a message at user level, %s at kernel level, array %s"
            .formatted(
                Intervals.show(user.switched().getFirst()),
                Intervals.show(kernel.switched().getFirst()),
                Units.bytes(user.bytes(0)));
    return Part.answer(
        user.strideBytes(),
        here,
        new Part(
            "more at user level at every size",
            Kleene.allOf(
                all, i -> Kleene.above(user.switched().get(i), kernel.switched().get(i)))));
  }
}
