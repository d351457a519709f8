package org.switchlab.claim;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.switchlab.claim.Verdicts.OfStride;
import org.switchlab.table.Estimate;
import org.switchlab.table.Unit;

/** Builds verdicts: the wording that all checks share. */
final class Verdicts {

  /** Ends every answer that the intervals leave open. */
  static final String NARROW_IT =
      "narrower intervals would tell: ask for a finer precision or a longer budget";

  /** Ends every answer that the spread between repetitions leaves open. */
  static final String REPEAT_IT =
      "More repetitions would narrow the intervals (--repetitions); a difference of zero stays"
          + " open";

  /** Why a claim about the whole system cannot be answered from user space alone. */
  static final String NO_KERNEL_COUNTS =
      "The kernel's part was not counted, and the claim is about both: allow it"
          + " (kernel.perf_event_paranoid 1 or less) or use --source emulated";

  private Verdicts() {}

  /**
   * One of the statements a claim makes at once.
   *
   * @param what the statement in a few words
   * @param outcome how it fares
   */
  record Part(String what, Outcome outcome) {

    /** Whether all hold. */
    static Outcome all(List<Part> parts) {
      return Kleene.allOf(parts.stream().map(Part::outcome).toList());
    }

    /** Every statement with its outcome. */
    static String said(List<Part> parts) {
      String said =
          parts.stream()
              .map(part -> part.what() + ": " + part.outcome().words())
              .collect(Collectors.joining("; "));
      return all(parts) == Outcome.INCONCLUSIVE ? said + ". " + Verdicts.REPEAT_IT : said;
    }

    /** The answer of one stride that makes these statements. */
    static OfStride answer(long strideBytes, String here, Part... parts) {
      List<Part> all = Arrays.asList(parts);
      return new OfStride(strideBytes, all(all), here, said(all));
    }
  }

  /**
   * How one curve answers a claim.
   *
   * @param strideBytes the curve's stride, in bytes
   * @param outcome how the claim fares on it
   * @param here the numbers that matter
   * @param why how the outcome follows
   */
  record OfStride(long strideBytes, Outcome outcome, String here, String why) {

    static OfStride notMeasurable(long strideBytes, String why) {
      return new OfStride(strideBytes, Outcome.NOT_MEASURABLE, "", why);
    }
  }

  /** Of a statement of several parts. */
  static Verdict of(Claim claim, String source, String here, List<Part> parts) {
    return of(claim, source, Part.all(parts), here, Part.said(parts));
  }

  /** Of something counted, which has no findings over passes. */
  static Verdict of(Claim claim, String source, Outcome outcome, String here, String why) {
    return of(claim, source, outcome, here, why, List.of());
  }

  /** With the source after the numbers unless they were measured. */
  static Verdict of(
      Claim claim,
      String source,
      Outcome outcome,
      String here,
      String why,
      List<Finding> findings) {
    boolean own = source.equals("measured") || here.isEmpty();
    String sourced = own ? here : here + " (" + source + ")";
    return new Verdict(
        claim.id(), claim.statement(), outcome, claim.published(), sourced, why, findings);
  }

  /**
   * For instance {@code fall from 32 KiB to 64 KiB: 30.1 ns [12, 48] (must exceed 22 ns):
   * inconclusive}.
   */
  static String said(Finding finding) {
    Estimate contrast = finding.contrast();
    String asked =
        finding.isEquivalence()
            ? "equal within ±" + finding.unit().show(finding.margin())
            : finding.threshold() == 0
                ? "must exceed 0"
                : "must exceed %s".formatted(finding.unit().show(finding.threshold()));
    return "%s: %s (%s): %s"
        .formatted(
            finding.what(), shown(contrast, finding.unit()), asked, finding.outcome().words());
  }

  private static String shown(Estimate contrast, Unit unit) {
    return unit == Unit.NS
        ? Intervals.time(contrast)
        : "%s [%s, %s]"
            .formatted(
                unit.show(contrast.value()), unit.show(contrast.low()), unit.show(contrast.high()));
  }

  static Verdict notMeasurable(Claim claim, String why) {
    return new Verdict(claim.id(), Outcome.NOT_MEASURABLE, claim.published(), "", why);
  }

  /** Of a claim at the L2 size, which is not known or doubted. */
  static Verdict unknownL2(Claim claim, Evidence.Geometry geometry) {
    return geometry.l2Doubt().isEmpty()
        ? unknownCache(claim, "L2")
        : new Verdict(claim.id(), Outcome.INCONCLUSIVE, claim.published(), "", geometry.l2Doubt());
  }

  static Verdict unknownCache(Claim claim, String name) {
    return notMeasurable(claim, "The size of this machine's " + name + " is not known");
  }

  /**
   * The verdict on a claim about every stride: one stride against it refutes it, all together
   * confirm it. Strides that cannot answer are named and left out.
   */
  static Verdict everyStride(Claim claim, String source, List<OfStride> answers) {
    List<OfStride> able =
        answers.stream().filter(a -> a.outcome() != Outcome.NOT_MEASURABLE).toList();
    if (able.isEmpty()) {
      String why =
          answers.stream()
              .findFirst()
              .map(OfStride::why)
              .orElse("No array was walked at a stride the claim is about");
      return notMeasurable(claim, why);
    }
    Outcome outcome = Kleene.allOf(able.stream().map(OfStride::outcome).toList());
    OfStride shown = able.stream().filter(a -> a.outcome() == outcome).findFirst().orElseThrow();
    String here = "%s (stride %s B)".formatted(shown.here(), shown.strideBytes());
    return of(claim, source, outcome, here, tally(answers, outcome) + shown.why());
  }

  /** Which strides say what, if they do not all say the same. */
  private static String tally(List<OfStride> answers, Outcome outcome) {
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
}
