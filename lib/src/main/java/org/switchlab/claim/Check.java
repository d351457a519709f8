package org.switchlab.claim;

/**
 * Answers one kind of claim.
 *
 * @param <E> what it answers from: the evidence of a run, or a whole result
 */
@FunctionalInterface
public interface Check<E> {

  /** What {@code evidence} says of {@code claim}, before all claims of a run are judged. */
  Answer answer(Claim claim, E evidence);

  /**
   * Whether {@code claim} is about what {@code evidence} shows, which may be one of several
   * figures.
   */
  default boolean bearsOn(Claim claim, E evidence) {
    return true;
  }
}
