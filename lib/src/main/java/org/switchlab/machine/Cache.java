package org.switchlab.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cache of the measuring CPU.
 *
 * @param level 1, 2, 3 …
 * @param type what it holds
 * @param sizeBytes its capacity, in bytes
 * @param ways associativity
 * @param lineBytes size of a line, in bytes
 * @param sets number of sets
 * @param sharedCpus logical CPUs that share it; empty if unknown
 * @param origin where these facts are from
 */
public record Cache(
    int level,
    CacheType type,
    long sizeBytes,
    @Nullable Integer ways,
    @Nullable Integer lineBytes,
    @Nullable Integer sets,
    List<Integer> sharedCpus,
    Origin origin) {

  /** Refuses what cannot be a cache. */
  public Cache {
    if (level < 1 || sizeBytes < 1) {
      throw new IllegalArgumentException(
          "a cache of level %s with %s bytes; both must be 1 or more".formatted(level, sizeBytes));
    }
    sharedCpus = List.copyOf(sharedCpus);
  }

  /** {@code L1d}, {@code L1i}, {@code L2}, {@code L3}. */
  public String name() {
    return switch (type) {
      case DATA -> "L" + level + "d";
      case INSTRUCTION -> "L" + level + "i";
      case UNIFIED -> "L" + level;
    };
  }
}
