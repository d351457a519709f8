package org.switchlab.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.Cpuid.Registers;

/**
 * TLBs as Intel's processors tell them: leaf 0x18 where it exists, the descriptors of leaf 2 on
 * older ones. Source: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2A,
 * CPUID.
 */
final class IntelTlbs {

  private static final int PARAMETERS = 0x18;
  private static final int DESCRIPTORS = 0x2;
  private static final long[] PAGE_BYTES = {4L << 10, 2L << 20, 4L << 20, 1L << 30};

  private IntelTlbs() {}

  static List<Tlb> parse(Cpuid cpuid) {
    List<Tlb> tlbs = fromParameters(cpuid);
    Registers descriptors = cpuid.leaf(DESCRIPTORS);
    return tlbs.isEmpty() && descriptors != null ? fromDescriptors(descriptors) : tlbs;
  }

  private static List<Tlb> fromParameters(Cpuid cpuid) {
    List<Tlb> tlbs = new ArrayList<>();
    Registers first = cpuid.leaf(PARAMETERS);
    int last = first == null ? -1 : first.eax();
    for (int subleaf = 0; subleaf <= last && subleaf < 64; subleaf++) {
      Registers r = cpuid.leaf(PARAMETERS, subleaf);
      TlbType type = r == null ? null : type(Registers.bits(r.edx(), 4, 0));
      Tlb tlb = r == null || type == null ? null : of(r, type);
      if (tlb != null) {
        tlbs.add(tlb);
      }
    }
    return tlbs;
  }

  private static @Nullable TlbType type(int code) {
    return switch (code) {
      case 1 -> TlbType.DATA;
      case 2 -> TlbType.INSTRUCTION;
      case 3 -> TlbType.UNIFIED;
      case 4 -> TlbType.LOAD;
      case 5 -> TlbType.STORE;
      default -> null;
    };
  }

  private static @Nullable Tlb of(Registers r, TlbType type) {
    List<Long> pages = new ArrayList<>();
    for (int bit = 0; bit < PAGE_BYTES.length; bit++) {
      if (((r.ebx() >> bit) & 1) == 1) {
        pages.add(PAGE_BYTES[bit]);
      }
    }
    int ways = Registers.bits(r.ebx(), 31, 16);
    int level = Registers.bits(r.edx(), 7, 5);
    int entries = ways * r.ecx();
    return level < 1 || entries < 1
        ? null
        : new Tlb(level, type, pages, entries, ways, Origin.CPUID);
  }

  private static List<Tlb> fromDescriptors(Registers r) {
    List<Tlb> tlbs = new ArrayList<>();
    int[] registers = {r.eax(), r.ebx(), r.ecx(), r.edx()};
    for (int i = 0; i < registers.length; i++) {
      // Bit 31 marks a register without descriptors; the low byte of EAX is a count, not one.
      for (int at = i == 0 ? 8 : 0; at < 32 && registers[i] >= 0; at += 8) {
        int descriptor = Registers.bits(registers[i], at + 7, at);
        tlbs.addAll(Descriptors.TABLE.getOrDefault(descriptor, List.of()));
      }
    }
    return tlbs;
  }

  /** Loaded only on processors that need it. */
  private static final class Descriptors {
    static final Map<Integer, List<Tlb>> TABLE = new HashMap<>();

    static {
      for (List<String> row : DataTable.rows("intel-tlb-descriptors.csv")) {
        TABLE.put(Integer.decode(row.get(0)), TlbNotation.parse(row.get(1), Origin.CPUID));
      }
    }
  }
}
