package org.switchlab.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchlab.emulator.CacheGeometry.Replacement;
import org.switchlab.emulator.Geometry.Inclusion;
import org.switchlab.machine.Machine;

/** Geometries as values: what is accepted, what is refused and how. */
class GeometryTest {

  @Test
  void cachesAreReadAsPeopleWriteThem() {
    assertThat(CacheGeometry.parse("32K,8,64")).isEqualTo(CacheGeometry.lru(32768, 8, 64));
    assertThat(CacheGeometry.parse(" 1M , 16, 64B , plru"))
        .isEqualTo(new CacheGeometry(1 << 20, 16, 64, Replacement.TREE_PLRU));
    assertThat(CacheGeometry.parse("262144,8,64,lru").sets()).isEqualTo(512);
    assertThat(CacheGeometry.parse("infinite").isInfinite()).isTrue();
  }

  @Test
  void tlbsAreReadAsPeopleWriteThem() {
    assertThat(TlbGeometry.parse("1536,12")).isEqualTo(new TlbGeometry(1536, 12));
    assertThat(TlbGeometry.parse("infinite").isInfinite()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "32K,8 | has not the form SIZE,WAYS,LINE",
        "32K;8;64 | has not the form SIZE,WAYS,LINE",
        "32X,8,64 | '32X' in '32X,8,64' is no number",
        "-1,8,64 | '-1' in '-1,8,64' is no number",
        "32K,8,64,fifo | 'fifo' in '32K,8,64,fifo' is no replacement policy",
        "32K,8,48 | a cache line of 48 bytes; it must be a power of two from 16 to 256",
        "32K,0,64 | a cache of 0 ways; there must be 1 to 64",
        "32K,128,64 | a cache of 128 ways; there must be 1 to 64",
        "48K,12,64,plru | tree-PLRU with 12 ways; its tree needs a power of two",
        "0,8,64 | a cache of 0 bytes; it must have 1 byte to 1 GiB",
        "2048M,8,64 | a cache of 2147483648 bytes; it must have 1 byte to 1 GiB",
        "33000,8,64 | has no whole number of sets",
        "32K,99999999999,64 | 99999999999 in '32K,99999999999,64' is beyond 2147483647"
      })
  void aWrongCacheIsRefusedByNameAndRange(String text, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CacheGeometry.parse(text))
        .withMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "64 | has not the form ENTRIES,WAYS",
        "0,4 | a TLB of 0 entries; there must be 1 to 65536",
        "64,0 | a TLB of 0 ways; there must be 1 to 512",
        "96,4 | a TLB of 96 entries in 4 ways has no power of two of sets",
        "64,3 | a TLB of 64 entries in 3 ways has no power of two of sets"
      })
  void aWrongTlbIsRefusedByNameAndRange(String text, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TlbGeometry.parse(text))
        .withMessageContaining(problem);
  }

  @Test
  void partsThatCannotStandTogetherAreRefused() {
    GeometryChange change = Presets.paper().change();
    assertRefused(change.pageBytes(8192), "a page of 8192 bytes");
    assertRefused(
        Presets.paper().change().l1d(CacheGeometry.parse("48K,8,64")),
        "L1d of 49152 bytes in 8 ways of 64 byte lines has 96 sets; they must be a power of two");
    assertRefused(
        Presets.paper().change().l2(CacheGeometry.parse("256K,8,32")),
        "L1i has lines of 64 bytes and L2 (none) lines of 32; the lower level's must be equal or"
            + " longer");
    assertRefused(
        Presets.paper()
            .change()
            .l2(CacheGeometry.parse("256K,8,128"))
            .l3(null)
            .l2Inclusion(Inclusion.EXCLUSIVE),
        "the lower level's must be equal");
  }

  private static void assertRefused(GeometryChange change, String problem) {
    assertThatIllegalArgumentException().isThrownBy(change::build).withMessageContaining(problem);
  }

  @Test
  void aChangeLeavesTheRestAndTheOriginal() {
    Geometry paper = Presets.paper();
    Geometry doubled = paper.change().dtlb(paper.dtlb().times(2)).name("dTLB doubled").build();
    assertThat(doubled.dtlb()).isEqualTo(new TlbGeometry(128, 4));
    assertThat(doubled.l1d()).isEqualTo(paper.l1d());
    assertThat(paper.dtlb()).isEqualTo(new TlbGeometry(64, 4));
    assertThat(paper.l1d().times(2).sizeBytes()).isEqualTo(65536);
    assertThat(new TlbGeometry(64, 64).times(2)).isEqualTo(new TlbGeometry(128, 128));
    assertThat(paper.change().l2(null).build().l3()).isNull();
  }

  @Test
  void thePluginIsToldEveryPart() {
    assertThat(Presets.paper().pluginArguments())
        .containsExactly(
            "l1i=32768:8:64:lru",
            "l1d=32768:8:64:lru",
            "l2=262144:8:64:lru",
            "l3=12582912:12:64:lru",
            "inclusion=none",
            "l3inclusion=inclusive",
            "dtlb=64:4",
            "itlb=64:8",
            "stlb=1536:6",
            "page=4096",
            "tlb=tagged");
    assertThat(
            Presets.paper()
                .change()
                .l2(CacheGeometry.infinite(64))
                .l3(null)
                .stlb(null)
                .dtlb(TlbGeometry.infinite())
                .tagging(TlbTagging.UNTAGGED)
                .build()
                .pluginArguments())
        .contains(
            "l2=infinite:1:64:lru", "l3=none", "dtlb=infinite:1", "stlb=none", "tlb=untagged");
  }

  @Test
  void whatAMachineDoesNotTellIsAssumedAndSaid() {
    Geometry paper = Geometry.ofMachine(Machine.published());
    assertThat(paper.name()).isEqualTo("Xeon D-1541");
    assertThat(paper.l1d()).isEqualTo(CacheGeometry.lru(32768, 8, 64));
    assertThat(paper.l2()).isEqualTo(CacheGeometry.lru(262144, 8, 64));
    assertThat(paper.l3()).isNull();
    assertThat(paper.dtlb()).isEqualTo(new TlbGeometry(64, 4));
    assertThat(paper.stlb()).isEqualTo(new TlbGeometry(1536, 12));
    assertThat(paper.notes())
        .contains(
            "L1d: 8 ways assumed",
            "no L3 known: none modelled",
            "L1 iTLB unknown: 64 entries, 4 ways assumed",
            "L2 TLB unknown: 1536 entries, 12 ways assumed");
  }

  @Test
  void thisMachineHasAGeometryWhateverItIs() {
    assertThat(Geometry.ofMachine(Machine.read()).notes()).isNotEmpty();
  }
}
