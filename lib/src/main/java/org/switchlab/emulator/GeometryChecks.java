package org.switchlab.emulator;

/** What must hold between the caches of one core, with messages that say what would do. */
final class GeometryChecks {

  private GeometryChecks() {}

  /**
   * L1 and L2 index by address bits. A last level may have any number of sets: real ones are cut
   * into as many slices as there are cores and indexed by a hash; the model takes the remainder.
   */
  static void requirePowerOfTwoSets(CacheGeometry cache, String level) {
    if (!GeometryText.powerOfTwo(cache.sets())) {
      throw new IllegalArgumentException(
          "%s of %s bytes in %s ways of %s byte lines has %s sets; they must be a power of two"
                  .formatted(
                      level, cache.sizeBytes(), cache.ways(), cache.lineBytes(), cache.sets())
              + ": change the size or the ways");
    }
  }

  /** Lines move whole between exclusive levels, and one evicted line must cover those above it. */
  static void requireLines(
      Inclusion inclusion, CacheGeometry above, String upper, CacheGeometry below, String lower) {
    boolean fits =
        switch (inclusion) {
          case EXCLUSIVE -> above.lineBytes() == below.lineBytes();
          case INCLUSIVE, NONE -> above.lineBytes() <= below.lineBytes();
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "%s has lines of %s bytes and %s (%s) lines of %s; the lower level's must be %s"
              .formatted(
                  upper,
                  above.lineBytes(),
                  lower,
                  inclusion.word(),
                  below.lineBytes(),
                  inclusion == Inclusion.EXCLUSIVE ? "equal" : "equal or longer"));
    }
  }
}
