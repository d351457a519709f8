package org.switchlab.faults;

/**
 * What came of one fault.
 *
 * @param seen what was seen that says so; may be empty if all was right
 */
record Verdict(Outcome outcome, String seen) {

  static Verdict right() {
    return new Verdict(Outcome.RIGHT, "");
  }
}
