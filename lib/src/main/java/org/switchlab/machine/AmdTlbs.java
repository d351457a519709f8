package org.switchlab.machine;

import static org.switchlab.machine.Cpuid.Registers.bits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.switchlab.machine.Cpuid.Registers;

/**
 * TLBs as AMD's processors tell them. Source: AMD64 Architecture Programmer's Manual, volume 3,
 * appendix E: Fn8000_0005, _0006, _0019 and bit 14 of Fn8000_0021 EAX. Each register tells of two
 * TLBs: of data in its upper half, of instructions in its lower. Intel's processors leave them
 * empty.
 */
final class AmdTlbs {

  private static final long SMALL_PAGE = 4L << 10;
  private static final long LARGE_PAGE = 2L << 20;
  private static final long HUGE_PAGE = 1L << 30;

  /** Lowest associativity that each code of Fn8000_0006 means; 0 where it means none. */
  private static final int[] FEWEST_WAYS = {0, 1, 2, 3, 4, 6, 8, 0, 16, 0, 32, 48, 64, 96, 0, 0};

  /** Highest associativity of the same code. */
  private static final int[] MOST_WAYS = {0, 1, 2, 3, 5, 7, 15, 0, 31, 0, 47, 63, 95, 127, 0, 0};

  /** The page sizes of each TLB found so far; the keys have none. */
  private final Map<Tlb, List<Long>> pages = new LinkedHashMap<>();

  private AmdTlbs() {}

  static List<Tlb> parse(Cpuid cpuid) {
    AmdTlbs found = new AmdTlbs();
    Registers l1 = cpuid.leaf(0x8000_0005);
    found.add(1, SMALL_PAGE, l1.ebx(), 8, 1);
    found.add(1, LARGE_PAGE, l1.eax(), 8, 1);
    int unit = bits(cpuid.leaf(0x8000_0021).eax(), 14, 14) == 1 ? 32 : 1;
    Registers l2 = cpuid.leaf(0x8000_0006);
    found.add(2, SMALL_PAGE, l2.ebx(), 12, unit);
    found.add(2, LARGE_PAGE, l2.eax(), 12, unit);
    Registers huge = cpuid.leaf(0x8000_0019);
    found.add(1, HUGE_PAGE, huge.eax(), 12, 1);
    found.add(2, HUGE_PAGE, huge.ebx(), 12, unit);
    return found.pages.entrySet().stream()
        .map(tlb -> tlb.getKey().withPageBytes(tlb.getValue()))
        .toList();
  }

  /** Each half holds the entries in its lowest bits, in units, and above them a code of ways. */
  private void add(int level, long page, int register, int entryBits, int unit) {
    for (Tlb.Type type : List.of(Tlb.Type.DATA, Tlb.Type.INSTRUCTION)) {
      int half = type == Tlb.Type.DATA ? register >>> 16 : register;
      int entries = bits(half, entryBits - 1, 0) * unit;
      int code = bits(half, 15, entryBits);
      if (entries > 0 && code > 0) {
        // All ones mean fully associative; L1 tells the ways as a number, the others by a code.
        int ways =
            code == 0xffff >>> entryBits ? entries : entryBits == 8 ? code : ways(code, entries);
        // One TLB that holds several page sizes is told once for each: join them.
        Tlb tlb = new Tlb(level, type, List.of(), entries, ways == 0 ? null : ways, Origin.CPUID);
        pages.computeIfAbsent(tlb, first -> new ArrayList<>()).add(page);
      }
    }
  }

  // A code stands for a range of ways; the one that makes the number of sets a power of two is it.
  private static int ways(int code, int entries) {
    int fewest = FEWEST_WAYS[code];
    int most = MOST_WAYS[code];
    return fewest == most
        ? fewest
        : IntStream.rangeClosed(fewest, most)
            .filter(ways -> entries % ways == 0 && Integer.bitCount(entries / ways) == 1)
            .findFirst()
            .orElse(0);
  }
}
