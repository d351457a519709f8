package org.switchlab.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.switchlab.plan.Setting;

/**
 * Whether one of several holds, as where a maximum may stand at either of two sizes.
 *
 * @param what is asked, in a few words
 * @param parts at least one
 */
record Any(String what, List<Question> parts) implements Question {

  Any {
    parts = List.copyOf(parts);
  }

  static Question of(String what, List<Question> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Any(what, parts);
  }

  @Override
  public double pHolds() {
    return Question.oneOf(
        parts.size(), parts.stream().mapToDouble(Question::pHolds).min().orElseThrow());
  }

  @Override
  public double pFails() {
    return parts.stream().mapToDouble(Question::pFails).max().orElseThrow();
  }

  @Override
  public Outcome outcome(Levels levels) {
    return Question.outcome(
        parts, levels.holdingOneOf(parts.size()), Outcome.CONFIRMED, Outcome.REFUTED);
  }

  @Override
  public List<Finding> findings(Levels levels) {
    return best().findings(levels.holdingOneOf(parts.size()));
  }

  private Question best() {
    return parts.stream().min(Comparator.comparingDouble(Question::pHolds)).orElseThrow();
  }

  @Override
  public boolean leansToHold() {
    return parts.stream().anyMatch(Question::leansToHold);
  }

  @Override
  public List<String> gaps() {
    return List.copyOf(Question.union(parts, Question::gaps));
  }

  @Override
  public double passesNeeded(Levels levels) {
    Levels each = levels.holdingOneOf(parts.size());
    return leansToHold()
        ? parts.stream()
            .filter(Question::leansToHold)
            .mapToDouble(part -> part.passesNeeded(each))
            .min()
            .orElseThrow()
        : parts.stream().mapToDouble(part -> part.passesNeeded(each)).max().orElseThrow();
  }

  @Override
  public Set<Setting> open(Levels levels) {
    if (outcome(levels) != Outcome.INCONCLUSIVE) {
      return Set.of();
    }
    Levels each = levels.holdingOneOf(parts.size());
    return Question.union(parts, part -> part.open(each));
  }

  @Override
  public int passes() {
    return Question.fewestPasses(parts);
  }
}
