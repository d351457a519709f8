package org.switchlab.claim;

/**
 * How one curve answers a claim.
 *
 * @param strideBytes the curve's stride, in bytes
 * @param outcome how the claim fares on it
 * @param here the numbers that matter
 * @param why how the outcome follows
 */
record Answer(long strideBytes, Outcome outcome, String here, String why) {

  static Answer notMeasurable(long strideBytes, String why) {
    return new Answer(strideBytes, Outcome.NOT_MEASURABLE, "", why);
  }
}
