package org.switchlab.emulator;

import static org.switchlab.emulator.GeometryText.require;

/**
 * One modelled TLB, replaced by LRU.
 *
 * @param entries translations it holds; {@link #INFINITE_ENTRIES} for one that never evicts
 * @param ways associativity; equal to {@code entries} if fully associative
 */
public record TlbGeometry(int entries, int ways) {

  /** The entries of a TLB that never evicts. */
  public static final int INFINITE_ENTRIES = Integer.MAX_VALUE;

  private static final int MOST_ENTRIES = 65536;
  private static final int MOST_WAYS = 512;
  private static final String FORM = "ENTRIES,WAYS as in 64,4, or infinite";

  /** Refuses what cannot be a TLB, saying what would do. */
  public TlbGeometry {
    require(
        ways >= 1 && ways <= MOST_WAYS,
        "a TLB of %s ways; there must be 1 to %s".formatted(ways, MOST_WAYS));
    if (entries != INFINITE_ENTRIES) {
      require(
          entries >= 1 && entries <= MOST_ENTRIES,
          "a TLB of %s entries; there must be 1 to %s, or infinite"
              .formatted(entries, MOST_ENTRIES));
      require(
          entries % ways == 0 && GeometryText.powerOfTwo(entries / ways),
          ("a TLB of %s entries in %s ways has no power of two of sets; change the entries or the"
                  + " ways (%s ways make it fully associative)")
              .formatted(entries, ways, entries));
    }
  }

  /** A TLB that never evicts: only the first access to a page misses. */
  public static TlbGeometry infinite() {
    return new TlbGeometry(INFINITE_ENTRIES, 1);
  }

  /**
   * Reads {@code ENTRIES,WAYS} or {@code infinite}.
   *
   * @throws IllegalArgumentException naming the value and the form
   */
  public static TlbGeometry parse(String text) {
    if (text.strip().equals(GeometryText.INFINITE)) {
      return infinite();
    }
    var parts = GeometryText.of(text, 2, 2, FORM);
    return new TlbGeometry(parts.count(0), parts.count(1));
  }

  /** Reads what {@link #argument} wrote. */
  static TlbGeometry ofArgument(String text) {
    String[] parts = text.split(":", -1);
    return new TlbGeometry(
        parts[0].equals(GeometryText.INFINITE) ? INFINITE_ENTRIES : Integer.parseInt(parts[0]),
        Integer.parseInt(parts[1]));
  }

  /** As the plugin takes it: {@code ENTRIES:WAYS}. */
  String argument() {
    return "%s:%s".formatted(isInfinite() ? GeometryText.INFINITE : entries, ways);
  }

  /** Whether it never evicts. */
  public boolean isInfinite() {
    return entries == INFINITE_ENTRIES;
  }

  /** The same TLB with {@code times} the entries, in as many ways. */
  public TlbGeometry times(int times) {
    return isInfinite()
        ? this
        : new TlbGeometry(entries * times, ways == entries ? ways * times : ways);
  }
}
