package org.switchlab.counter;

import org.jspecify.annotations.Nullable;
import org.switchlab.emulator.CacheGeometry;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.TlbGeometry;
import org.switchlab.machine.Cache;
import org.switchlab.machine.CacheType;
import org.switchlab.machine.Machine;
import org.switchlab.machine.TlbType;
import org.switchlab.plan.Point;

/**
 * The caches and the TLB that counts are read against: the modelled ones where a machine was
 * emulated, not those of the machine that emulated it.
 *
 * @param headline the machine in one line
 * @param l1iBytes size of the L1 instruction cache, if known
 * @param l1dBytes size of the L1 data cache, if known
 * @param l2Bytes size of L2, if there is one and it is known
 * @param l3Bytes size of L3, if there is one and it is known
 * @param dtlbReachBytes memory that the first-level data TLB maps: entries times page size, if
 *     known
 */
public record CountedMachine(
    String headline,
    @Nullable Long l1iBytes,
    @Nullable Long l1dBytes,
    @Nullable Long l2Bytes,
    @Nullable Long l3Bytes,
    @Nullable Long dtlbReachBytes) {

  /** The machine whose own counters count. */
  public static CountedMachine of(Machine machine) {
    return new CountedMachine(
        machine.headline(),
        l1iBytes(machine),
        bytes(machine, 1),
        bytes(machine, 2),
        bytes(machine, 3),
        dtlbReachBytes(machine));
  }

  /** The machine that {@code geometry} models. */
  public static CountedMachine of(Geometry geometry) {
    TlbGeometry dtlb = geometry.dtlb();
    return new CountedMachine(
        "model of " + geometry.name(),
        geometry.l1i().sizeBytes(),
        geometry.l1d().sizeBytes(),
        bytes(geometry.l2()),
        bytes(geometry.l3()),
        dtlb.isInfinite() ? null : Long.valueOf(dtlb.entries() * geometry.pageBytes()));
  }

  /** A cache that never evicts has no size to stand at. */
  private static @Nullable Long bytes(@Nullable CacheGeometry cache) {
    return cache == null || cache.sizeBytes() == CacheGeometry.INFINITE_BYTES
        ? null
        : Long.valueOf(cache.sizeBytes());
  }

  private static @Nullable Long bytes(Machine machine, int level) {
    return machine.dataCache(level).map(Cache::sizeBytes).orElse(null);
  }

  private static @Nullable Long l1iBytes(Machine machine) {
    return machine.caches().stream()
        .filter(cache -> cache.level() == 1 && cache.type() != CacheType.DATA)
        .map(Cache::sizeBytes)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Long dtlbReachBytes(Machine machine) {
    return machine.tlbs().stream()
        .filter(tlb -> tlb.level() == 1 && tlb.pageBytes().contains(Point.BASE_PAGE_BYTES))
        .filter(tlb -> tlb.type() == TlbType.DATA || tlb.type() == TlbType.LOAD)
        .map(tlb -> tlb.entries() * Point.BASE_PAGE_BYTES)
        .findFirst()
        .orElse(null);
  }
}
