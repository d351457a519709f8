package org.switchlab.claim;

/** Answers one kind of claim from counts. */
@FunctionalInterface
public interface CounterCheck {

  /** How {@code claim} fares in the light of {@code evidence}. */
  Verdict judge(Claim claim, CounterEvidence evidence);
}
