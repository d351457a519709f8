package org.switchlab.claim;

import java.util.List;
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
 * @param findings what it rests on, each with its number; none where nothing was tested by passes
 */
public record Verdict(
    String id,
    String statement,
    Outcome outcome,
    String published,
    String here,
    String why,
    List<Finding> findings) {

  /** Folders written before verdicts held their statement, or their findings, lack them. */
  public Verdict(
      String id,
      @Nullable String statement,
      Outcome outcome,
      String published,
      String here,
      String why,
      @Nullable List<Finding> findings) {
    this.id = id;
    this.statement = statement == null ? shipped(id) : statement;
    this.outcome = outcome;
    this.published = published;
    this.here = here;
    this.why = why;
    this.findings = findings == null ? List.of() : List.copyOf(findings);
  }

  /** On a claim that this build ships, without findings. */
  public Verdict(String id, Outcome outcome, String published, String here, String why) {
    this(id, shipped(id), outcome, published, here, why, List.of());
  }

  private static String shipped(String id) {
    return Claim.find(id).map(Claim::statement).orElse("");
  }
}
