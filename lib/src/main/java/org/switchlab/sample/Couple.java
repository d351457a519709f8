package org.switchlab.sample;

/**
 * A single and a pair batch measured next to each other, in random order, so that drift cancels.
 *
 * @param index position in its process, from 0
 * @param pairFirst whether the pair batch came first
 * @param single the batch without switches
 * @param pair the batch with switches
 */
public record Couple(int index, boolean pairFirst, Batch single, Batch pair) {

  /** Refuses batches of the wrong flow. */
  public Couple {
    if (single.variant() != Variant.SINGLE || pair.variant() != Variant.PAIR) {
      throw new IllegalArgumentException("a couple is one SINGLE and one PAIR batch");
    }
  }

  /** The paper's cost of one switch, (t_switch / 2 − t_single) / N, in ns; may be negative. */
  public double switchCostNs() {
    return pair.roundNs() / 2 - single.roundNs();
  }

  /** The slowest reference loop around either batch, in ns. */
  public long referenceNs() {
    return Math.max(single.referenceNs(), pair.referenceNs());
  }

  /** Whether both batches made the switches they should have. */
  public boolean denominatorHolds() {
    return single.denominatorHolds() && pair.denominatorHolds();
  }
}
