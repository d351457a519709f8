package org.switchlab.machine;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The TLBs of one CPU: what CPUID answers, else what is known of the microarchitecture, else the
 * one number {@code /proc/cpuinfo} gives on AMD. Known goes before {@code cpuinfo}, because before
 * Linux 7.4 that number is 32 times too small on Zen 5 (CPUID Fn8000_0021 EAX bit 14 was ignored).
 */
final class TlbParser {

  private static final Pattern TLB_SIZE = Pattern.compile("(\\d{1,9}) 4K pages");

  private TlbParser() {}

  static List<Tlb> parse(Cpuid cpuid, CpuInfo info, Cpu cpu) {
    List<Tlb> tlbs = fromCpuid(cpuid);
    if (tlbs.isEmpty()) {
      Microarchitecture known = Microarchitecture.find(cpu.vendor(), cpu.family(), cpu.model());
      tlbs = known == null ? List.of() : known.tlbs();
    }
    if (tlbs.isEmpty()) {
      tlbs = fromCpuInfo(info.get("TLB size"));
    }
    return tlbs.stream()
        .sorted(Comparator.comparingInt(Tlb::level).thenComparing(Tlb::type))
        .toList();
  }

  private static List<Tlb> fromCpuid(Cpuid cpuid) {
    List<Tlb> tlbs = AmdTlbs.parse(cpuid);
    return tlbs.isEmpty() ? IntelTlbs.parse(cpuid) : tlbs;
  }

  private static List<Tlb> fromCpuInfo(@Nullable String text) {
    Matcher size = TLB_SIZE.matcher(text == null ? "" : text);
    if (!size.matches() || Integer.parseInt(size.group(1)) == 0) {
      return List.of();
    }
    int entries = Integer.parseInt(size.group(1));
    return List.of(new Tlb(2, TlbType.SUM, List.of(4096L), entries, null, Origin.READ));
  }
}
