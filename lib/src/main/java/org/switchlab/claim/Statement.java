package org.switchlab.claim;

import java.util.List;

/**
 * Something said of amounts, and how it fares: true, false, or left open by the intervals.
 *
 * @param outcome how it fares
 * @param here the numbers that matter, with their intervals
 * @param why how the outcome follows from them
 */
public record Statement(Outcome outcome, String here, String why) {

  /** Both this and {@code other}; one that is false decides. */
  public Statement and(Statement other) {
    return joined(other, Kleene.allOf(List.of(outcome, other.outcome)));
  }

  /** This or {@code other}; one that is true decides. */
  public Statement or(Statement other) {
    return joined(other, Kleene.anyOf(List.of(outcome, other.outcome)));
  }

  /** The contrary; what is open stays open. */
  public Statement not() {
    return new Statement(Kleene.not(outcome), here, why);
  }

  private Statement joined(Statement other, Outcome both) {
    return new Statement(both, joined(here, other.here), joined(why, other.why));
  }

  private static String joined(String one, String other) {
    return one.isEmpty() || one.equals(other) ? other : other.isEmpty() ? one : one + "; " + other;
  }

  /** As the answer to {@code claim}. */
  public Verdict answers(Claim claim) {
    return new Verdict(
        claim.id(), claim.statement(), outcome, claim.published(), here, why, List.of());
  }
}
