package org.switchlab.claim;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.switchlab.plan.Setting;

/**
 * A question that makes sense only if something else surely holds: what a rise is due to, if there
 * is one.
 *
 * @param condition what must hold first
 * @param then what is asked
 */
record Given(Question condition, Question then) implements Question {

  @Override
  public String what() {
    return then.what();
  }

  @Override
  public double pHolds() {
    return Math.max(condition.pHolds(), then.pHolds());
  }

  @Override
  public double pFails() {
    return Math.max(condition.pHolds(), then.pFails());
  }

  @Override
  public Outcome outcome(Levels levels) {
    if (pHolds() <= levels.holds()) {
      return Outcome.CONFIRMED;
    }
    if (pFails() <= levels.fails()) {
      return Outcome.REFUTED;
    }
    Outcome first = condition.outcome(levels);
    boolean idle = first == Outcome.REFUTED || first == Outcome.NOT_MEASURABLE;
    return idle || then.outcome(levels) == Outcome.NOT_MEASURABLE
        ? Outcome.NOT_MEASURABLE
        : Outcome.INCONCLUSIVE;
  }

  @Override
  public List<Finding> findings(Levels levels) {
    return Stream.of(condition, then).flatMap(q -> q.findings(levels).stream()).toList();
  }

  @Override
  public List<String> gaps() {
    return List.copyOf(Question.union(List.of(condition, then), Question::gaps));
  }

  @Override
  public double passesNeeded(Levels levels) {
    return Math.max(condition.passesNeeded(levels), then.passesNeeded(levels));
  }

  @Override
  public Set<Setting> open(Levels levels) {
    if (outcome(levels) != Outcome.INCONCLUSIVE) {
      return Set.of();
    }
    return Question.union(List.of(condition, then), q -> q.open(levels));
  }

  @Override
  public int passes() {
    return Question.fewestPasses(List.of(condition, then));
  }
}
