package org.switchlab.machine;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One translation look-aside buffer of the measuring CPU.
 *
 * @param level 1 or 2
 * @param pageBytes page sizes it holds, in bytes, ascending
 * @param ways associativity; equal to {@code entries} if fully associative
 */
public record Tlb(
    int level,
    Type type,
    List<Long> pageBytes,
    int entries,
    @Nullable Integer ways,
    Origin origin) {

  /** Which translations a TLB holds. */
  public enum Type {
    /** Of loads and stores. */
    DATA,
    /** Of loads only. */
    LOAD,
    /** Of stores only. */
    STORE,
    /** Of instruction fetches. */
    INSTRUCTION,
    /** Of data and instructions. */
    UNIFIED,
    /** Not one TLB: data and instruction entries added up, which is all {@code cpuinfo} tells. */
    SUM
  }

  private static final Pattern NOTATION =
      Pattern.compile("L(\\d) ([A-Z]+) (\\d+[KMG](?:\\+\\d+[KMG])*) (\\d+)/(\\d+|full)");
  private static final Pattern CPUINFO = Pattern.compile("(\\d{1,9}) 4K pages");

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

  /** The same for pages of other sizes, in bytes. */
  Tlb withPageBytes(List<Long> otherPageBytes) {
    return new Tlb(level, type, otherPageBytes, entries, ways, origin);
  }

  /**
   * The TLBs of one CPU: what CPUID answers, else what is known of the microarchitecture, else the
   * one number {@code /proc/cpuinfo} gives on AMD. Known goes before {@code cpuinfo}, because
   * before Linux 7.4 that number is 32 times too small on Zen 5 (CPUID Fn8000_0021 EAX bit 14 was
   * ignored).
   */
  static List<Tlb> read(Cpuid cpuid, CpuInfo info, Cpu cpu) {
    return Stream.of(
            AmdTlbs.parse(cpuid),
            IntelTlbs.parse(cpuid),
            Microarchitecture.find(cpu.vendor(), cpu.family(), cpu.model())
                .map(Microarchitecture::tlbs)
                .orElse(List.of()),
            ofCpuInfo(info.get("TLB size")))
        .filter(tlbs -> !tlbs.isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream()
        .sorted(Comparator.comparingInt(Tlb::level).thenComparing(Tlb::type))
        .toList();
  }

  private static List<Tlb> ofCpuInfo(@Nullable String text) {
    Matcher size = CPUINFO.matcher(text == null ? "" : text);
    int entries = size.matches() ? Integer.parseInt(size.group(1)) : 0;
    return entries == 0
        ? List.of()
        : List.of(new Tlb(2, Type.SUM, List.of(4096L), entries, null, Origin.READ));
  }

  /**
   * Reads TLBs as the shipped tables write them: {@code L1 DATA 4K+2M 64/4} is a first-level data
   * TLB of 64 entries, 4-way, for pages of 4 KiB and 2 MiB; {@code 64/full} is fully associative.
   * Several are separated by commas.
   */
  static List<Tlb> parse(String text, Origin origin) {
    return Stream.of(text.split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(part -> parseOne(part, origin))
        .toList();
  }

  private static Tlb parseOne(String text, Origin origin) {
    Matcher tlb = NOTATION.matcher(text);
    if (!tlb.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a TLB; write it as in \"L1 DATA 4K+2M 64/4\"".formatted(text));
    }
    List<Long> pageBytes =
        Stream.of(tlb.group(3).split("\\+", -1))
            .flatMap(page -> Stream.ofNullable(Numbers.parseBytes(page)))
            .toList();
    int entries = Integer.parseInt(tlb.group(4));
    return new Tlb(
        Integer.parseInt(tlb.group(1)),
        Type.valueOf(tlb.group(2)),
        pageBytes,
        entries,
        tlb.group(5).equals("full") ? entries : Integer.parseInt(tlb.group(5)),
        origin);
  }
}
