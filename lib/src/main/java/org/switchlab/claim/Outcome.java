package org.switchlab.claim;

/** How a claim fares on this machine. */
public enum Outcome {
  /** The shape the source describes is here. */
  CONFIRMED("confirmed"),
  /** The intervals exclude the shape the source describes. */
  REFUTED("refuted"),
  /** The intervals are too wide to tell. */
  INCONCLUSIVE("inconclusive"),
  /** The source prints a number of its own machine: both stand side by side, neither is wrong. */
  COMPARED("compared"),
  /** This run or this machine cannot answer; the verdict says why. */
  NOT_MEASURABLE("not measurable here");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  /** As shown to people and stored. */
  public String words() {
    return words;
  }
}
