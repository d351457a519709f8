package org.switchlab.counter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.emulator.CacheGeometry;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.TlbGeometry;
import org.switchlab.machine.Cache;
import org.switchlab.machine.Machine;
import org.switchlab.machine.Tlb;
import org.switchlab.plan.Point;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/**
 * The caches and the TLB that counts are read against: the modelled ones where a machine was
 * emulated, not those of the machine that emulated it. What there is not, or is not known, is
 * absent.
 *
 * @param headline the machine in one line
 * @param dtlbReachBytes memory that the first-level data TLB maps: entries times page size
 */
public record CountedMachine(
    String headline,
    @Nullable Long l1iBytes,
    @Nullable Long l1dBytes,
    @Nullable Long l2Bytes,
    @Nullable Long l3Bytes,
    @Nullable Long dtlbReachBytes) {

  /** Title of the table of what was counted. */
  public static final String TABLE = "counted";

  private static final String MACHINE = "machine";
  private static final String COUNTER = "counter";
  private static final String L1I = "l1iBytes";
  private static final String L1D = "l1dBytes";
  private static final String L2 = "l2Bytes";
  private static final String L3 = "l3Bytes";
  private static final String DTLB_REACH = "dtlbReachBytes";

  private static final List<Column> COLUMNS =
      List.of(
          Column.text(COUNTER, "counted by"),
          Column.text(MACHINE, "machine"),
          Column.whole(L1I, Unit.BYTES, "L1i"),
          Column.whole(L1D, Unit.BYTES, "L1d"),
          Column.whole(L2, Unit.BYTES, "L2"),
          Column.whole(L3, Unit.BYTES, "L3"),
          Column.whole(DTLB_REACH, Unit.BYTES, "dTLB reach"));

  /** A machine of which nothing is known. */
  public static CountedMachine unnamed(String headline) {
    return new CountedMachine(headline, null, null, null, null, null);
  }

  /** As a table of one row, with the source of the counts. */
  public Rows table(String counter) {
    Row row =
        Row.of(
            COUNTER, counter,
            MACHINE, headline,
            L1I, l1iBytes,
            L1D, l1dBytes,
            L2, l2Bytes,
            L3, l3Bytes,
            DTLB_REACH, dtlbReachBytes);
    return new Rows(TABLE, COLUMNS, List.of(row));
  }

  /** The machine in a row of {@link #table}. */
  public static CountedMachine of(Row row) {
    return new CountedMachine(
        row.text(MACHINE),
        (Long) row.get(L1I),
        (Long) row.get(L1D),
        (Long) row.get(L2),
        (Long) row.get(L3),
        (Long) row.get(DTLB_REACH));
  }

  /** The source of the counts in a row of {@link #table}. */
  public static String counter(Row row) {
    return row.text(COUNTER);
  }

  /** The machine whose own counters count. */
  public static CountedMachine of(Machine machine) {
    return new CountedMachine(
        machine.headline(),
        machine.caches().stream()
            .filter(cache -> cache.level() == 1 && cache.type() != Cache.Type.DATA)
            .map(Cache::sizeBytes)
            .findFirst()
            .orElse(null),
        bytes(machine, 1),
        bytes(machine, 2),
        bytes(machine, 3),
        dtlbReachBytes(machine, Point.ordinaryPageBytes(machine)));
  }

  /** An entry maps one page of the size that this kernel uses. */
  private static @Nullable Long dtlbReachBytes(Machine machine, long pageBytes) {
    return machine.tlbs().stream()
        .filter(tlb -> tlb.level() == 1 && tlb.pageBytes().contains(pageBytes))
        .filter(tlb -> tlb.type() == Tlb.Type.DATA || tlb.type() == Tlb.Type.LOAD)
        .map(tlb -> tlb.entries() * pageBytes)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Long bytes(Machine machine, int level) {
    return machine.dataCache(level).map(Cache::sizeBytes).orElse(null);
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
    return cache == null || cache.isInfinite() ? null : Long.valueOf(cache.sizeBytes());
  }
}
