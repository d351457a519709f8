package org.switchlab.run;

import org.switchlab.sample.Batch;
import org.switchlab.sample.Variant;

/**
 * A {@code batch} line: a batch and where it stands.
 *
 * @param couple its couple, from 0
 * @param position 0 if it was the couple's first batch, else 1
 * @param batch what was measured
 */
record BatchLine(long couple, long position, Batch batch) {

  static final String KEYWORD = "batch";

  static BatchLine parse(ProtocolLine line) throws MalformedLineException {
    return parse(line, 1);
  }

  /**
   * Reads the line of a batch of {@code leastRounds} or more: 0 for one that measures what counters
   * see besides rounds.
   */
  static BatchLine parse(ProtocolLine line, long leastRounds) throws MalformedLineException {
    var batch =
        new Batch(
            line.constant("variant", Variant.class),
            line.number("rounds", leastRounds),
            line.number("durationNs", 0),
            line.number("referenceBeforeNs", 0),
            line.number("referenceAfterNs", 0),
            line.number("switchesExpected", 0),
            line.number("voluntarySwitches", 0),
            line.number("involuntarySwitches", 0),
            line.number("migrated", 0) != 0);
    return new BatchLine(line.number("couple", 0), line.number("position", 0), batch);
  }
}
