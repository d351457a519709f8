package org.switchlab.claim;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/** Builds verdicts: the wording that all checks share. */
final class Verdicts {

  /** Ends every answer that the intervals leave open. */
  static final String NARROW_IT =
      "narrower intervals would tell: ask for a finer precision or a longer budget";

  /** Ends every answer that the spread between repetitions leaves open. */
  static final String REPEAT_IT =
      "More repetitions would narrow the intervals (--repetitions); a difference of zero stays open";

  /** Why a claim about the whole system cannot be answered from user space alone. */
  static final String NO_KERNEL_COUNTS =
      "The kernel's part was not counted, and the claim is about both: allow it (kernel.perf_event_paranoid 1 or less) or use --source emulated";

  private Verdicts() {}

  static Verdict of(Claim claim, Evidence evidence, Outcome outcome, String here, String why) {
    return of(claim, evidence.source(), outcome, here, why);
  }

  /** With the source after the numbers unless they were measured. */
  static Verdict of(Claim claim, String source, Outcome outcome, String here, String why) {
    boolean own = source.equals("measured") || here.isEmpty();
    String sourced = own ? here : here + " (" + source + ")";
    return new Verdict(claim.id(), outcome, claim.published(), sourced, why);
  }

  static Verdict notMeasurable(Claim claim, String why) {
    return new Verdict(claim.id(), Outcome.NOT_MEASURABLE, claim.published(), "", why);
  }

  static Verdict unknownCache(Claim claim, String name) {
    return notMeasurable(claim, "The size of this machine's " + name + " is not known");
  }

  /** As {@link #everyStride}, for a claim about what happens at this machine's L1d size. */
  static Verdict everyStrideAtL1d(
      Claim claim, Evidence evidence, BiFunction<Curve, Long, Answer> answer) {
    if (evidence.l1dBytes().isEmpty()) {
      return unknownCache(claim, "L1d");
    }
    long l1dBytes = evidence.l1dBytes().getAsLong();
    return everyStride(
        claim,
        evidence,
        evidence.curves().stream().map(curve -> answer.apply(curve, l1dBytes)).toList());
  }

  /**
   * The verdict on a claim about every stride: one stride against it refutes it, all together
   * confirm it. Strides that cannot answer are named and left out.
   */
  static Verdict everyStride(Claim claim, Evidence evidence, List<Answer> answers) {
    return everyStride(claim, evidence.source(), answers);
  }

  /** The same for numbers of any source. */
  static Verdict everyStride(Claim claim, String source, List<Answer> answers) {
    List<Answer> able =
        answers.stream().filter(a -> a.outcome() != Outcome.NOT_MEASURABLE).toList();
    if (able.isEmpty()) {
      String why =
          answers.stream()
              .findFirst()
              .map(Answer::why)
              .orElse("No array was walked at a stride the claim is about");
      return notMeasurable(claim, why);
    }
    Outcome outcome = Kleene.allOf(able.stream().map(Answer::outcome).toList());
    Answer shown = able.stream().filter(a -> a.outcome() == outcome).findFirst().orElseThrow();
    String here = "%s (stride %s B)".formatted(shown.here(), shown.strideBytes());
    return of(claim, source, outcome, here, tally(answers, outcome) + shown.why());
  }

  /** Which strides say what, if they do not all say the same. */
  private static String tally(List<Answer> answers, Outcome outcome) {
    if (answers.stream().allMatch(a -> a.outcome() == outcome)) {
      return answers.size() == 1 ? "" : "All %s strides agree. ".formatted(answers.size());
    }
    List<String> groups = new ArrayList<>();
    for (Outcome each : Outcome.values()) {
      String strides =
          answers.stream()
              .filter(a -> a.outcome() == each)
              .map(a -> Long.toString(a.strideBytes()))
              .collect(joining(", "));
      if (!strides.isEmpty()) {
        groups.add("%s at %s B".formatted(each.words(), strides));
      }
    }
    return "Not every stride answers alike: " + String.join("; ", groups) + ". ";
  }

  /** Names the widest of the intervals that left a question open, and what would narrow it. */
  static String tooWide(List<Estimate> costsNs) {
    double widestNs = costsNs.stream().mapToDouble(e -> e.high() - e.low()).max().orElseThrow();
    return "the intervals overlap (the widest spans %s); %s"
        .formatted(Units.duration(widestNs), NARROW_IT);
  }

  /** The index of the highest cost among {@code indices} of {@code curve}. */
  static int highest(Curve curve, List<Integer> indices) {
    return indices.stream()
        .max(Comparator.comparingDouble(i -> curve.cost(i).value()))
        .orElseThrow();
  }
}
