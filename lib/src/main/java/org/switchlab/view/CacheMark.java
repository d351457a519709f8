package org.switchlab.view;

/**
 * A cache of the measured machine, marked on the size axis.
 *
 * @param name for instance {@code L1d}
 * @param bytes its size, in bytes
 */
public record CacheMark(String name, long bytes) {

  /** Refuses a cache without a size. */
  public CacheMark {
    if (bytes <= 0) {
      throw new IllegalArgumentException(
          name + " has " + bytes + " bytes; leave out unknown caches");
    }
  }
}
