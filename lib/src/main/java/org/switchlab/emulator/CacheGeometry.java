package org.switchlab.emulator;

import static org.switchlab.emulator.GeometryText.powerOfTwo;
import static org.switchlab.emulator.GeometryText.require;

import java.util.Locale;

/**
 * One modelled cache.
 *
 * @param sizeBytes capacity in bytes; {@link #INFINITE_BYTES} for one that never evicts
 * @param ways associativity, 1 to 64
 * @param lineBytes line size in bytes, a power of two from 16 to 256
 * @param replacement which line of a full set goes
 */
public record CacheGeometry(long sizeBytes, int ways, int lineBytes, Replacement replacement) {

  /** The size of a cache that never evicts. */
  public static final long INFINITE_BYTES = Long.MAX_VALUE;

  private static final long LARGEST_BYTES = 1L << 30;
  private static final String FORM = "SIZE,WAYS,LINE[,lru|plru] as in 32K,8,64, or infinite";

  /** Which line of a full set makes room for a new one. */
  public enum Replacement {
    /** The least recently used one. */
    LRU,
    /** The one a binary tree of "not this half" bits points to: what many L1 caches really do. */
    TREE_PLRU;

    private String word() {
      return this == LRU ? "lru" : "plru";
    }
  }

  /** Refuses what cannot be a cache, saying what would do. */
  public CacheGeometry {
    require(
        lineBytes >= 16 && lineBytes <= 256 && powerOfTwo(lineBytes),
        "a cache line of %s bytes; it must be a power of two from 16 to 256 (64 is usual)"
            .formatted(lineBytes));
    require(ways >= 1 && ways <= 64, "a cache of %s ways; there must be 1 to 64".formatted(ways));
    require(
        replacement == Replacement.LRU || powerOfTwo(ways),
        "tree-PLRU with %s ways; its tree needs a power of two: choose lru or other ways"
            .formatted(ways));
    if (sizeBytes != INFINITE_BYTES) {
      require(
          sizeBytes > 0 && sizeBytes <= LARGEST_BYTES,
          "a cache of %s bytes; it must have 1 byte to 1 GiB, or be infinite".formatted(sizeBytes));
      require(
          sizeBytes % ((long) ways * lineBytes) == 0,
          "a cache of %s bytes in %s ways of %s byte lines has no whole number of sets"
                  .formatted(sizeBytes, ways, lineBytes)
              + ": change the size or the ways");
    }
  }

  /** A cache of {@code sizeBytes} with LRU replacement. */
  public static CacheGeometry lru(long sizeBytes, int ways, int lineBytes) {
    return new CacheGeometry(sizeBytes, ways, lineBytes, Replacement.LRU);
  }

  /** A cache that never evicts: only the first access to a line misses. */
  public static CacheGeometry infinite(int lineBytes) {
    return lru(INFINITE_BYTES, 1, lineBytes);
  }

  /**
   * Reads {@code SIZE,WAYS,LINE}, optionally followed by {@code ,lru} or {@code ,plru}; sizes may
   * end in K or M; {@code infinite} is a cache of 64 byte lines that never evicts.
   *
   * @throws IllegalArgumentException naming the value and the form
   */
  public static CacheGeometry parse(String text) {
    if (text.strip().equals(GeometryText.INFINITE)) {
      return infinite(64);
    }
    var parts = GeometryText.of(text, 3, 4, FORM);
    return new CacheGeometry(
        parts.number(0),
        parts.count(1),
        parts.count(2),
        parts.parts().size() == 3 ? Replacement.LRU : replacement(parts.parts().get(3), text));
  }

  private static Replacement replacement(String word, String text) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "lru" -> Replacement.LRU;
      case "plru" -> Replacement.TREE_PLRU;
      default ->
          throw new IllegalArgumentException(
              "'%s' in '%s' is no replacement policy; there are lru and plru"
                  .formatted(word, text));
    };
  }

  /** Reads what {@link #argument} wrote. */
  static CacheGeometry ofArgument(String text) {
    String[] parts = text.split(":", -1);
    return new CacheGeometry(
        parts[0].equals(GeometryText.INFINITE) ? INFINITE_BYTES : Long.parseLong(parts[0]),
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        replacement(parts[3], text));
  }

  /** As the plugin takes it: {@code SIZE:WAYS:LINE:POLICY}. */
  String argument() {
    String size = isInfinite() ? GeometryText.INFINITE : Long.toString(sizeBytes);
    return "%s:%s:%s:%s".formatted(size, ways, lineBytes, replacement.word());
  }

  /** Whether it never evicts. */
  public boolean isInfinite() {
    return sizeBytes == INFINITE_BYTES;
  }

  /** How many sets it has; 1 if it is infinite. */
  public long sets() {
    return isInfinite() ? 1 : sizeBytes / ((long) ways * lineBytes);
  }

  /** The same cache with {@code times} the sets. */
  public CacheGeometry times(int times) {
    return isInfinite() ? this : resized(sizeBytes * times);
  }

  /** A cache of another size in as many ways. */
  CacheGeometry resized(long newSizeBytes) {
    return new CacheGeometry(newSizeBytes, ways, lineBytes, replacement);
  }
}
