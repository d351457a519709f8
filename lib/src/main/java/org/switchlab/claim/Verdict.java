package org.switchlab.claim;

import org.jspecify.annotations.Nullable;

/**
 * The answer of one run to one claim.
 *
 * @param id the claim's ID
 * @param statement the claim in one sentence; empty if it is not known
 * @param outcome how it fares
 * @param published the source's number or shape; empty for a claim of one's own
 * @param here this run's number or shape, with its interval
 * @param why how the outcome follows from the estimates, one or two sentences
 */
public record Verdict(
    String id, String statement, Outcome outcome, String published, String here, String why) {

  /** Folders written before verdicts held their statement lack it. */
  public Verdict(
      String id,
      @Nullable String statement,
      Outcome outcome,
      String published,
      String here,
      String why) {
    this.id = id;
    this.statement = statement == null ? shipped(id) : statement;
    this.outcome = outcome;
    this.published = published;
    this.here = here;
    this.why = why;
  }

  /** On a claim that this build ships. */
  public Verdict(String id, Outcome outcome, String published, String here, String why) {
    this(id, shipped(id), outcome, published, here, why);
  }

  private static String shipped(String id) {
    return Claim.find(id).map(Claim::statement).orElse("");
  }
}
