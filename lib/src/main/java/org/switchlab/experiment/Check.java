package org.switchlab.experiment;

import org.switchlab.claim.Claim;
import org.switchlab.claim.Verdict;
import org.switchlab.result.Result;

/**
 * Answers one claim from an experiment's estimates.
 *
 * @param <R> the experiment's result
 */
@FunctionalInterface
public interface Check<R extends Result> {

  /** How {@code claim} fares in the light of {@code result}. */
  Verdict judge(Claim claim, R result);

  /**
   * Whether {@code claim} is about what {@code result} shows, which may be one of several figures.
   */
  default boolean bearsOn(Claim claim, R result) {
    return true;
  }
}
