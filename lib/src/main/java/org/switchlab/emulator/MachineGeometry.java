package org.switchlab.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.switchlab.emulator.Geometry.Inclusion;
import org.switchlab.machine.Cache;
import org.switchlab.machine.Machine;
import org.switchlab.machine.Tlb;

/** Turns a machine report into a geometry, and notes every gap it had to fill. */
final class MachineGeometry {

  private static final int LINE_BYTES = 64;
  private static final CacheGeometry DEFAULT_L1 = CacheGeometry.lru(32 << 10, 8, LINE_BYTES);
  private static final TlbGeometry DEFAULT_DTLB = new TlbGeometry(64, 4);
  private static final TlbGeometry DEFAULT_STLB = new TlbGeometry(1536, 12);

  private final Machine machine;
  private final List<String> notes = new ArrayList<>();

  MachineGeometry(Machine machine) {
    this.machine = machine;
  }

  Geometry geometry() {
    CacheGeometry l1d = l1(machine.dataCache(1), "L1d");
    CacheGeometry l1i = l1(instructionCache(), "L1i");
    CacheGeometry l2 = lower(2, 8);
    CacheGeometry l3 = l2 == null ? null : lower(3, 16);
    boolean amd = "AuthenticAMD".equals(machine.cpu().vendor());
    notes.add(
        amd
            ? "AMD: L2 taken as inclusive, L3 as a victim cache"
            : "inclusion is not told by the machine: L2 and L3 taken as neither inclusive nor"
                + " exclusive");
    notes.add("replacement is not told by the machine: LRU assumed");
    TlbGeometry dtlb = firstLevelTlb(MachineGeometry::ofData, "L1 dTLB");
    TlbGeometry itlb = firstLevelTlb(tlb -> tlb.type() == Tlb.Type.INSTRUCTION, "L1 iTLB");
    return new Geometry(
        machine.cpuModel(),
        l1i,
        l1d,
        l2,
        l3,
        amd ? Inclusion.INCLUSIVE : Inclusion.NONE,
        amd ? Inclusion.EXCLUSIVE : Inclusion.NONE,
        dtlb,
        itlb,
        secondLevelTlb(),
        Geometry.SMALL_PAGE_BYTES,
        TlbTagging.TAGGED,
        null,
        notes);
  }

  private Optional<Cache> instructionCache() {
    return machine.caches().stream()
        .filter(cache -> cache.level() == 1 && cache.type() == Cache.Type.INSTRUCTION)
        .findFirst();
  }

  private CacheGeometry l1(Optional<Cache> cache, String level) {
    return cache
        .map(known -> modelled(known, 8, true))
        .orElseGet(
            () -> assumed(DEFAULT_L1, level + " unknown: 32 KiB, 8 ways, 64 byte lines assumed"));
  }

  private @Nullable CacheGeometry lower(int level, int defaultWays) {
    Optional<Cache> cache = machine.dataCache(level);
    if (cache.isEmpty()) {
      notes.add("no L%s known: none modelled".formatted(level));
      return null;
    }
    return modelled(cache.get(), defaultWays, level < 3);
  }

  private <T> T assumed(T what, String note) {
    notes.add(note);
    return what;
  }

  /** Rounded down to a geometry the model can have, with a note if that changed anything. */
  private CacheGeometry modelled(Cache cache, int defaultWays, boolean powerOfTwoSets) {
    int lineBytes = cache.lineBytes() == null ? LINE_BYTES : cache.lineBytes();
    int ways = cache.ways() == null || cache.ways() < 1 ? defaultWays : Math.min(cache.ways(), 64);
    if (cache.ways() == null || cache.ways() != ways) {
      notes.add("%s: %s ways assumed".formatted(cache.name(), ways));
    }
    long sets = Math.max(1, cache.sizeBytes() / ((long) ways * lineBytes));
    long bytes = (powerOfTwoSets ? Long.highestOneBit(sets) : sets) * ways * lineBytes;
    if (bytes != cache.sizeBytes()) {
      notes.add(
          "%s: %s of its %s bytes modelled".formatted(cache.name(), bytes, cache.sizeBytes()));
    }
    return CacheGeometry.lru(bytes, ways, lineBytes);
  }

  private TlbGeometry firstLevelTlb(Predicate<Tlb> kind, String name) {
    return machine.tlbs().stream()
        .filter(tlb -> tlb.level() == 1 && kind.test(tlb) && ofSmallPages(tlb))
        .findFirst()
        .map(this::modelled)
        .orElseGet(() -> assumed(DEFAULT_DTLB, name + " unknown: 64 entries, 4 ways assumed"));
  }

  /** Some cores have two second-level TLBs for small pages beside each other: one of both sizes. */
  private TlbGeometry secondLevelTlb() {
    List<TlbGeometry> halves =
        machine.tlbs().stream()
            .filter(tlb -> tlb.level() == 2 && ofSmallPages(tlb))
            .filter(tlb -> tlb.type() == Tlb.Type.UNIFIED || ofData(tlb))
            .map(this::modelled)
            .toList();
    return halves.isEmpty()
        ? assumed(DEFAULT_STLB, "L2 TLB unknown: 1536 entries, 12 ways assumed")
        : new TlbGeometry(
            halves.stream().mapToInt(TlbGeometry::entries).sum(),
            halves.stream().mapToInt(TlbGeometry::ways).sum());
  }

  private TlbGeometry modelled(Tlb tlb) {
    int ways = tlb.ways() == null ? Math.min(tlb.entries(), 4) : tlb.ways();
    int sets = Integer.highestOneBit(Math.max(1, tlb.entries() / ways));
    if (tlb.ways() == null || sets * ways != tlb.entries()) {
      notes.add("%s: modelled as %s entries in %s ways".formatted(tlb.name(), sets * ways, ways));
    }
    return new TlbGeometry(sets * ways, ways);
  }

  private static boolean ofData(Tlb tlb) {
    return tlb.type() == Tlb.Type.DATA || tlb.type() == Tlb.Type.LOAD;
  }

  private static boolean ofSmallPages(Tlb tlb) {
    return tlb.pageBytes().contains(Geometry.SMALL_PAGE_BYTES);
  }
}
