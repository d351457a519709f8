package org.switchlab.machine;

import static org.switchlab.machine.Cpuid.Registers.bits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.switchlab.machine.Cpuid.Registers;

/**
 * TLBs as Intel's processors tell them: leaf 0x18 where it exists, the descriptors of leaf 2 on
 * older ones. Source: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2A,
 * CPUID.
 */
final class IntelTlbs {

  /** The page sizes in bytes that the lowest bits of EBX in leaf 0x18 stand for. */
  private static final List<Long> PAGE_BYTES = List.of(4L << 10, 2L << 20, 4L << 20, 1L << 30);

  /** What the codes of leaf 0x18 from 1 on mean. */
  private static final List<Tlb.Type> TYPES =
      List.of(Tlb.Type.DATA, Tlb.Type.INSTRUCTION, Tlb.Type.UNIFIED, Tlb.Type.LOAD, Tlb.Type.STORE);

  private IntelTlbs() {}

  static List<Tlb> parse(Cpuid cpuid) {
    List<Tlb> tlbs =
        IntStream.range(0, Cpuid.MOST_SUBLEAVES)
            .mapToObj(subleaf -> cpuid.leaf(0x18, subleaf))
            .flatMap(IntelTlbs::fromParameters)
            .toList();
    return tlbs.isEmpty() ? fromDescriptors(cpuid.leaf(0x2)) : tlbs;
  }

  private static Stream<Tlb> fromParameters(Registers r) {
    int code = bits(r.edx(), 4, 0);
    int ways = bits(r.ebx(), 31, 16);
    int level = bits(r.edx(), 7, 5);
    int entries = ways * r.ecx();
    if (code < 1 || code > TYPES.size() || level < 1 || entries < 1) {
      return Stream.empty();
    }
    List<Long> pages =
        IntStream.range(0, PAGE_BYTES.size())
            .filter(bit -> bits(r.ebx(), bit, bit) == 1)
            .mapToObj(PAGE_BYTES::get)
            .toList();
    return Stream.of(new Tlb(level, TYPES.get(code - 1), pages, entries, ways, Origin.CPUID));
  }

  private static List<Tlb> fromDescriptors(Registers r) {
    List<Integer> descriptors = new ArrayList<>();
    // The low byte of EAX is a count, no descriptor; clearing it leaves the empty one.
    for (int register : new int[] {r.eax() & ~0xff, r.ebx(), r.ecx(), r.edx()}) {
      // Bit 31 marks a register without descriptors.
      for (int low = 0; low < 32 && register > 0; low += 8) {
        descriptors.add(bits(register, low + 7, low));
      }
    }
    if (descriptors.isEmpty()) {
      return List.of();
    }
    Map<Integer, String> table =
        DataTable.rows(IntelTlbs.class, "intel-tlb-descriptors.csv").stream()
            .collect(Collectors.toMap(row -> Integer.decode(row.get(0)), row -> row.get(1)));
    return descriptors.stream()
        .map(descriptor -> table.getOrDefault(descriptor, ""))
        .flatMap(notation -> Tlb.parse(notation, Origin.CPUID).stream())
        .toList();
  }
}
