package org.switchlab.claim;

/** Answers one kind of claim from a run's estimates. */
@FunctionalInterface
public interface Check {

  /** How {@code claim} fares in the light of {@code evidence}. */
  Verdict judge(Claim claim, Evidence evidence);
}
