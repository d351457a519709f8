package org.switchlab.counter;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.switchlab.emulator.CacheGeometry;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.TlbGeometry;
import org.switchlab.machine.CacheType;
import org.switchlab.machine.Machine;
import org.switchlab.machine.Tlb;
import org.switchlab.machine.TlbType;

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
    OptionalLong l1iBytes,
    OptionalLong l1dBytes,
    OptionalLong l2Bytes,
    OptionalLong l3Bytes,
    OptionalLong dtlbReachBytes) {

  private static final long PAGE_BYTES = 4096;

  /** The machine whose own counters count. */
  public static CountedMachine of(Machine machine) {
    return new CountedMachine(
        machine.headline(),
        l1iBytes(machine),
        machine.cacheBytes(1),
        machine.cacheBytes(2),
        machine.cacheBytes(3),
        dtlbReachBytes(machine));
  }

  /** The machine that {@code geometry} models. */
  public static CountedMachine of(Geometry geometry) {
    TlbGeometry dtlb = geometry.dtlb();
    return new CountedMachine(
        "model of " + geometry.name(),
        OptionalLong.of(geometry.l1i().sizeBytes()),
        OptionalLong.of(geometry.l1d().sizeBytes()),
        bytes(geometry.l2()),
        bytes(geometry.l3()),
        dtlb.isInfinite()
            ? OptionalLong.empty()
            : OptionalLong.of(dtlb.entries() * geometry.pageBytes()));
  }

  /** A cache that never evicts has no size to stand at. */
  private static OptionalLong bytes(@Nullable CacheGeometry cache) {
    return cache == null || cache.sizeBytes() == CacheGeometry.INFINITE_BYTES
        ? OptionalLong.empty()
        : OptionalLong.of(cache.sizeBytes());
  }

  private static OptionalLong l1iBytes(Machine machine) {
    return machine.caches().stream()
        .filter(cache -> cache.level() == 1 && cache.type() != CacheType.DATA)
        .mapToLong(cache -> cache.sizeBytes())
        .findFirst();
  }

  private static OptionalLong dtlbReachBytes(Machine machine) {
    return machine.tlbs().stream()
        .filter(tlb -> tlb.level() == 1 && tlb.pageBytes().contains(PAGE_BYTES))
        .filter(tlb -> tlb.type() == TlbType.DATA || tlb.type() == TlbType.LOAD)
        .mapToLong(Tlb::entries)
        .map(entries -> entries * PAGE_BYTES)
        .findFirst();
  }
}
