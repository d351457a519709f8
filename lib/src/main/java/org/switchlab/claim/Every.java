package org.switchlab.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.switchlab.plan.Setting;

/**
 * Whether all of several hold.
 *
 * @param what is asked, in a few words
 * @param parts at least one
 * @param grouped whether only the part that matters most is shown, because all ask the same of
 *     different sizes or strides
 */
record Every(String what, List<Question> parts, boolean grouped) implements Question {

  Every {
    parts = List.copyOf(parts);
  }

  /** Of parts that each are worth a line. */
  static Question of(List<Question> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Every("all", parts, false);
  }

  /** Of parts that ask the same; without one there is nothing to ask. */
  static Question alike(String what, List<Question> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Every(what, parts, true);
  }

  @Override
  public double pHolds() {
    return parts.stream().mapToDouble(Question::pHolds).max().orElseThrow();
  }

  @Override
  public double pFails() {
    return Question.oneOf(
        parts.size(), parts.stream().mapToDouble(Question::pFails).min().orElseThrow());
  }

  @Override
  public Outcome outcome(Levels levels) {
    return Question.outcome(
        parts, levels.failingOneOf(parts.size()), Outcome.REFUTED, Outcome.CONFIRMED);
  }

  @Override
  public List<Finding> findings(Levels levels) {
    Levels each = levels.failingOneOf(parts.size());
    return grouped
        ? shown().findings(each)
        : parts.stream().flatMap(part -> part.findings(each).stream()).toList();
  }

  /** The part most against it, or, if all speak for it, the weakest. */
  private Question shown() {
    return leansToHold()
        ? parts.stream().max(Comparator.comparingDouble(Question::pHolds)).orElseThrow()
        : parts.stream().min(Comparator.comparingDouble(Question::pFails)).orElseThrow();
  }

  @Override
  public boolean leansToHold() {
    return parts.stream().allMatch(Question::leansToHold);
  }

  @Override
  public List<String> gaps() {
    return List.copyOf(Question.union(parts, Question::gaps));
  }

  @Override
  public double passesNeeded(Levels levels) {
    Levels each = levels.failingOneOf(parts.size());
    return leansToHold()
        ? parts.stream().mapToDouble(part -> part.passesNeeded(each)).max().orElseThrow()
        : parts.stream()
            .filter(part -> !part.leansToHold())
            .mapToDouble(part -> part.passesNeeded(each))
            .min()
            .orElseThrow();
  }

  @Override
  public Set<Setting> open(Levels levels) {
    if (outcome(levels) != Outcome.INCONCLUSIVE) {
      return Set.of();
    }
    Levels each = levels.failingOneOf(parts.size());
    return Question.union(parts, part -> part.open(each));
  }

  @Override
  public int passes() {
    return Question.fewestPasses(parts);
  }
}
