package org.switchlab.machine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.Cpuid.Registers;

/**
 * TLBs as AMD's processors tell them. Source: AMD64 Architecture Programmer's Manual, volume 3,
 * appendix E: Fn8000_0005, _0006, _0019 and bit 14 of Fn8000_0021 EAX.
 */
final class AmdTlbs {

  private static final int L1 = 0x8000_0005;
  private static final int L2 = 0x8000_0006;
  private static final int HUGE = 0x8000_0019;
  private static final int FEATURES = 0x8000_0021;
  private static final int FULL = 0xf;

  /** Lowest associativity that each code of Fn8000_0006 means; 0 where it means none. */
  private static final int[] FEWEST_WAYS = {0, 1, 2, 3, 4, 6, 8, 0, 16, 0, 32, 48, 64, 96, 0, 0};

  /** Highest associativity of the same code. */
  private static final int[] MOST_WAYS = {0, 1, 2, 3, 5, 7, 15, 0, 31, 0, 47, 63, 95, 127, 0, 0};

  private final List<Tlb> tlbs = new ArrayList<>();

  private AmdTlbs() {}

  static List<Tlb> parse(Cpuid cpuid) {
    AmdTlbs found = new AmdTlbs();
    Registers l1 = cpuid.leaf(L1);
    if (l1 != null) {
      found.addL1(4L << 10, l1.ebx());
      found.addL1(2L << 20, l1.eax());
    }
    Registers features = cpuid.leaf(FEATURES);
    int unit = features != null && Registers.bits(features.eax(), 14, 14) == 1 ? 32 : 1;
    Registers l2 = cpuid.leaf(L2);
    // Intel's processors have this leaf too, with the TLB registers empty.
    if (l2 != null) {
      found.addCoded(2, 4L << 10, l2.ebx(), unit);
      found.addCoded(2, 2L << 20, l2.eax(), unit);
    }
    Registers huge = cpuid.leaf(HUGE);
    if (huge != null) {
      found.addCoded(1, 1L << 30, huge.eax(), 1);
      found.addCoded(2, 1L << 30, huge.ebx(), unit);
    }
    return found.tlbs;
  }

  private void addL1(long page, int register) {
    addL1(TlbType.DATA, page, Registers.bits(register, 23, 16), Registers.bits(register, 31, 24));
    addL1(
        TlbType.INSTRUCTION, page, Registers.bits(register, 7, 0), Registers.bits(register, 15, 8));
  }

  private void addL1(TlbType type, long page, int entries, int ways) {
    if (entries > 0) {
      add(
          1,
          type,
          page,
          entries,
          ways == 0xff ? Integer.valueOf(entries) : ways == 0 ? null : ways);
    }
  }

  private void addCoded(int level, long page, int register, int unit) {
    int data = Registers.bits(register, 27, 16) * unit;
    int code = Registers.bits(register, 31, 28);
    if (data > 0 && code > 0) {
      add(level, TlbType.DATA, page, data, ways(code, data));
    }
    int instruction = Registers.bits(register, 11, 0) * unit;
    int instructionCode = Registers.bits(register, 15, 12);
    if (instruction > 0 && instructionCode > 0) {
      add(level, TlbType.INSTRUCTION, page, instruction, ways(instructionCode, instruction));
    }
  }

  // A code stands for a range of ways; the one that makes the number of sets a power of two is it.
  private static @Nullable Integer ways(int code, int entries) {
    if (code == FULL) {
      return entries;
    }
    if (FEWEST_WAYS[code] == MOST_WAYS[code]) {
      return FEWEST_WAYS[code] == 0 ? null : FEWEST_WAYS[code];
    }
    for (int ways = FEWEST_WAYS[code]; ways <= MOST_WAYS[code]; ways++) {
      if (entries % ways == 0 && Integer.bitCount(entries / ways) == 1) {
        return ways;
      }
    }
    return null;
  }

  /** One TLB that holds several page sizes is told once for each: join them. */
  private void add(int level, TlbType type, long page, int entries, @Nullable Integer ways) {
    for (int i = 0; i < tlbs.size(); i++) {
      Tlb known = tlbs.get(i);
      Tlb same = new Tlb(level, type, known.pageBytes(), entries, ways, Origin.CPUID);
      if (known.equals(same)) {
        List<Long> pages = new ArrayList<>(known.pageBytes());
        pages.add(page);
        tlbs.set(i, new Tlb(level, type, pages, entries, ways, Origin.CPUID));
        return;
      }
    }
    tlbs.add(new Tlb(level, type, List.of(page), entries, ways, Origin.CPUID));
  }
}
