package org.switchlab.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.unit.Units;

/**
 * CS-18: the user-level program executes more instructions than the kernel-level one, a message
 * with its switch, at every size and stride that both were counted at.
 */
final class InstructionCount {

  private InstructionCount() {}

  static Verdict judge(Claim claim, CounterEvidence evidence) {
    if (!evidence.countsKernel(CounterEvent.INSTRUCTIONS)) {
      return Verdicts.notMeasurable(claim, Verdicts.NO_KERNEL_COUNTS);
    }
    List<Contrast> user = evidence.contrasts(Level.USER, CounterEvent.INSTRUCTIONS);
    List<Answer> answers = new ArrayList<>();
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

  private static Answer answer(Contrast user, Contrast kernel) {
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
            Contrast.everywhere(
                all, i -> Kleene.above(user.switched().get(i), kernel.switched().get(i)))));
  }
}
