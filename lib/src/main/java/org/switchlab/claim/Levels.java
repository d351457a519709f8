package org.switchlab.claim;

/**
 * How probable a false answer may be.
 *
 * @param holds that something holds which does not
 * @param fails that something does not hold which does
 */
record Levels(double holds, double fails) {

  /** The same for one of so many, any of which would show that something fails (Bonferroni). */
  Levels failingOneOf(int many) {
    return new Levels(holds, fails / many);
  }

  /** The same for one of so many, any of which would show that something holds. */
  Levels holdingOneOf(int many) {
    return new Levels(holds / many, fails);
  }
}
