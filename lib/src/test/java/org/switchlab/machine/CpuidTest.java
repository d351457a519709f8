package org.switchlab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** TLBs and caches in answers that real processors gave to CPUID. */
class CpuidTest {

  private static final long K4 = 4 << 10;
  private static final long M2 = 2 << 20;
  private static final long M4 = 4 << 20;
  private static final long G1 = 1 << 30;

  private static Cpuid cpuid(String... answers) {
    List<String> dump = new ArrayList<>();
    for (String answer : answers) {
      String[] part = answer.split("[ -]", -1);
      dump.add("   0x%s 0x%s: eax=0x%s ebx=0x%s ecx=0x%s edx=0x%s".formatted((Object[]) part));
    }
    return Cpuid.parse(dump);
  }

  private static Tlb tlb(int level, Tlb.Type type, int entries, int ways, Long... pages) {
    return new Tlb(level, type, List.of(pages), entries, ways, Origin.CPUID);
  }

  private static List<Tlb> tlbs(Cpuid cpuid) {
    return Tlb.read(
        cpuid, CpuInfo.parse("", 0), new Cpu(null, null, null, null, null, null, null, null));
  }

  private static List<Tlb> known(String vendor, int family, int model) {
    return Microarchitecture.find(vendor, family, model).orElseThrow().tlbs().stream()
        .map(t -> new Tlb(t.level(), t.type(), t.pageBytes(), t.entries(), t.ways(), Origin.CPUID))
        .toList();
  }

  private static final Cpuid BROADWELL_DE =
      cpuid(
          "00000002 00 76036301-00f0b5ff-00000000-00c30000",
          "00000004 00 1c004121-01c0003f-0000003f-00000000",
          "00000004 01 1c004122-01c0003f-0000003f-00000000",
          "00000004 02 1c004143-01c0003f-000001ff-00000000",
          "00000004 03 1c03c163-02c0003f-00003fff-00000006",
          "80000005 00 00000000-00000000-00000000-00000000",
          "80000006 00 00000000-00000000-01006040-00000000");

  private static final Cpuid ICE_LAKE_SERVER =
      cpuid(
          "00000002 00 00feff01-000000f0-00000000-00000000",
          "00000018 00 00000007-00000000-00000000-00000000",
          "00000018 02 00000000-0010000f-00000001-00004125",
          "00000018 03 00000000-00040001-00000010-00004024",
          "00000018 04 00000000-00040006-00000008-00004024",
          "00000018 05 00000000-00080008-00000001-00004124",
          "00000018 06 00000000-00080007-00000080-00004043",
          "00000018 07 00000000-00080009-00000080-00004043");

  private static final Cpuid ZEN =
      cpuid(
          "80000005 00 ff40ff40-ff40ff40-20080140-40040140",
          "80000006 00 26006400-66006400-02006140-00808140",
          "80000019 00 f040f040-00000000-00000000-00000000");

  private static final Cpuid ZEN_2 =
      cpuid(
          "80000005 00 ff40ff40-ff40ff40-20080140-20080140",
          "80000006 00 48006400-68006400-02006140-08009140",
          "80000019 00 f040f040-00000000-00000000-00000000");

  private static final Cpuid ZEN_3 =
      cpuid(
          "80000005 00 ff40ff40-ff40ff40-20080140-20080140",
          "80000006 00 48002200-68004200-02006140-08009140",
          "80000019 00 f040f040-f0400000-00000000-00000000");

  private static final Cpuid ZEN_4 =
      cpuid(
          "80000005 00 ff48ff40-ff48ff40-20080140-20080140",
          "80000006 00 5c002200-6c004200-04006140-0c009140",
          "80000019 00 f048f040-f0400000-00000000-00000000",
          "80000021 00 00062fcf-0000015c-00000000-00000000");

  private static final Cpuid ZEN_5 =
      cpuid(
          "80000005 00 ff60ff40-ff60ff40-300c0140-20080140",
          "80000006 00 40802040-60804040-04008140-08009140",
          "80000019 00 f060f040-40200000-00000000-00000000",
          "80000021 00 d93fffcf-00080382-00000000-00000000");

  @Test
  void descriptorsOfLeaf2() {
    assertThat(tlbs(BROADWELL_DE))
        .containsExactlyInAnyOrder(
            tlb(1, Tlb.Type.DATA, 64, 4, K4),
            tlb(1, Tlb.Type.DATA, 32, 4, M2, M4),
            tlb(1, Tlb.Type.DATA, 4, 4, G1),
            tlb(1, Tlb.Type.INSTRUCTION, 64, 8, K4),
            tlb(1, Tlb.Type.INSTRUCTION, 8, 8, M2, M4),
            tlb(2, Tlb.Type.UNIFIED, 1536, 6, K4, M2),
            tlb(2, Tlb.Type.UNIFIED, 16, 4, G1));
  }

  @Test
  void parametersOfLeaf18() {
    assertThat(tlbs(ICE_LAKE_SERVER))
        .containsExactlyInAnyOrder(
            tlb(1, Tlb.Type.STORE, 16, 16, K4, M2, M4, G1),
            tlb(1, Tlb.Type.LOAD, 64, 4, K4),
            tlb(1, Tlb.Type.LOAD, 32, 4, M2, M4),
            tlb(1, Tlb.Type.LOAD, 8, 8, G1),
            tlb(2, Tlb.Type.UNIFIED, 1024, 8, K4, M2, M4),
            tlb(2, Tlb.Type.UNIFIED, 1024, 8, K4, G1));
  }

  @Test
  void zen5CountsItsSecondLevelIn32s() {
    assertThat(tlbs(ZEN_5))
        .contains(tlb(2, Tlb.Type.DATA, 4096, 8, K4), tlb(1, Tlb.Type.DATA, 96, 96, K4, M2, G1));
  }

  @Test
  void shippedTableSaysWhatProcessorsAnswer() {
    assertThat(known("GenuineIntel", 6, 86)).hasSameElementsAs(tlbs(BROADWELL_DE));
    assertThat(known("GenuineIntel", 6, 106)).hasSameElementsAs(tlbs(ICE_LAKE_SERVER));
    assertThat(known("AuthenticAMD", 23, 8)).hasSameElementsAs(tlbs(ZEN));
    assertThat(known("AuthenticAMD", 23, 49)).hasSameElementsAs(tlbs(ZEN_2));
    assertThat(known("AuthenticAMD", 25, 1)).hasSameElementsAs(tlbs(ZEN_3));
    assertThat(known("AuthenticAMD", 25, 17)).hasSameElementsAs(tlbs(ZEN_4));
    assertThat(known("AuthenticAMD", 26, 2)).hasSameElementsAs(tlbs(ZEN_5));
  }

  @Test
  void cachesWhereSysfsShowsNone() {
    SystemTree nothing = new SystemTree(java.nio.file.Path.of("no-such-tree"));
    assertThat(Cache.read(nothing, BROADWELL_DE, 0))
        .containsExactly(
            new Cache(1, Cache.Type.DATA, 32 << 10, 8, 64, 64, List.of(), Origin.CPUID),
            new Cache(1, Cache.Type.INSTRUCTION, 32 << 10, 8, 64, 64, List.of(), Origin.CPUID),
            new Cache(2, Cache.Type.UNIFIED, 256 << 10, 8, 64, 512, List.of(), Origin.CPUID),
            new Cache(3, Cache.Type.UNIFIED, 12 << 20, 12, 64, 16384, List.of(), Origin.CPUID));
  }

  @Test
  void cpuinfoTellsASumWhereNothingElseIsKnown() {
    CpuInfo info = CpuInfo.parse("processor : 0\nTLB size : 2560 4K pages\n", 0);
    assertThat(Tlb.read(cpuid(), info, Cpu.read(info)))
        .containsExactly(new Tlb(2, Tlb.Type.SUM, List.of(K4), 2560, null, Origin.READ));
  }
}
