package org.switchlab.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One translation look-aside buffer of the measuring CPU.
 *
 * @param level 1 or 2
 * @param type which translations it holds
 * @param pageBytes page sizes it holds, in bytes, ascending
 * @param entries how many translations
 * @param ways associativity; equal to {@code entries} if fully associative
 * @param origin where these facts are from
 */
public record Tlb(
    int level,
    TlbType type,
    List<Long> pageBytes,
    int entries,
    @Nullable Integer ways,
    Origin origin) {

  /** Refuses what cannot be a TLB. */
  public Tlb {
    if (level < 1 || entries < 1) {
      throw new IllegalArgumentException(
          "a TLB of level %s with %s entries; both must be 1 or more".formatted(level, entries));
    }
    pageBytes = List.copyOf(pageBytes);
  }

  /** {@code L1 dTLB} (also if it serves loads only), {@code L1 iTLB}, {@code L2 TLB}. */
  public String name() {
    String kind =
        switch (type) {
          case DATA, LOAD -> "dTLB";
          case STORE -> "store TLB";
          case INSTRUCTION -> "iTLB";
          case UNIFIED -> "TLB";
          case SUM -> "iTLB + dTLB";
        };
    return "L" + level + " " + kind;
  }

  /** Whether any entry can hold any translation. */
  public boolean fullyAssociative() {
    return ways != null && ways == entries;
  }
}
