package org.switchlab.sample;

/** Where the values of a result come from; never mixed unmarked. */
public enum Source {
  /** Observed on this machine in this run. */
  MEASURED,
  /** Counted by an emulated machine. */
  EMULATED,
  /** Observed earlier, on the machine the result names. */
  RECORDED,
  /** Printed in a document. */
  PUBLISHED;

  /** As shown and stored. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
