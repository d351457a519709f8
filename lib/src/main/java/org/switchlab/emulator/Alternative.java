package org.switchlab.emulator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.switchlab.emulator.Geometry.Inclusion;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/** A modelled machine, and in a few words what was changed in it, to compare it with as it is. */
public record Alternative(String name, Geometry geometry) {

  /** Of {@link #asIs}. */
  public static final String AS_IS = "as it is";

  /** Of {@link #doubleTlb}. */
  public static final String DOUBLE_TLB = "TLBs × 2";

  /** Of {@link #hugePages}. */
  public static final String HUGE_PAGES = "2 MiB pages";

  /** Of {@link #flushAtSwitch}. */
  public static final String FLUSH = "TLB flushed";

  /** Of {@link #tags}. */
  public static final String TAGS = "TLB tagged";

  /** Title of {@link #table}. */
  public static final String TABLE = "alternatives";

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("alternative", "alternative"),
          Column.text("model", "model of"),
          Column.text("l1i", "L1i"),
          Column.text("l1d", "L1d"),
          Column.text("l2", "L2"),
          Column.text("l3", "L3"),
          Column.text("l2Inclusion", "L2 inclusion"),
          Column.text("l3Inclusion", "L3 inclusion"),
          Column.text("dtlb", "dTLB"),
          Column.text("itlb", "iTLB"),
          Column.text("stlb", "L2 TLB"),
          Column.whole("pageBytes", Unit.BYTES, "page"),
          Column.text("tagging", "TLB entries"),
          Column.text("notes", "notes"));

  /** The machine unchanged. */
  public static Alternative asIs(Geometry base) {
    return new Alternative(AS_IS, base);
  }

  /** Twice the entries in both levels of TLB. */
  public static Alternative doubleTlb(Geometry base) {
    TlbGeometry second = base.stlb();
    return of(
        DOUBLE_TLB,
        base.change().dtlb(base.dtlb().times(2)).stlb(second == null ? null : second.times(2)));
  }

  /** The program's data on pages of 2 MiB. */
  public static Alternative hugePages(Geometry base) {
    return of(HUGE_PAGES, base.change().pageBytes(Geometry.HUGE_PAGE_BYTES));
  }

  /** TLB entries told apart by process, so that they outlive a switch. */
  public static Alternative tags(Geometry base) {
    return of(TAGS, base.change().tagging(TlbTagging.TAGGED));
  }

  /** The program's TLB entries flushed at each switch of address spaces. */
  public static Alternative flushAtSwitch(Geometry base) {
    return of(FLUSH, base.change().tagging(TlbTagging.UNTAGGED));
  }

  /** L2 with another promise about the lines of L1. */
  public static Alternative inclusion(Geometry base, Inclusion inclusion) {
    String name = inclusion == Inclusion.NONE ? "L2 neither" : "L2 " + inclusion.word();
    return of(name, base.change().l2Inclusion(inclusion));
  }

  /** Both L1 caches twice as large. */
  public static Alternative doubleL1(Geometry base) {
    return of("L1 × 2", base.change().l1i(base.l1i().times(2)).l1d(base.l1d().times(2)));
  }

  /**
   * Code twice as large, the kernel's and the program's: modelled as an L1i of half the size, whose
   * share of the code is what that of the whole one would be. No kernel twice as large is run.
   */
  public static Alternative doubleCode(Geometry base) {
    CacheGeometry l1i = base.l1i();
    return of("code × 2 (L1i ÷ 2)", base.change().l1i(l1i.resized(l1i.sizeBytes() / 2)));
  }

  private static Alternative of(String name, GeometryChange change) {
    return new Alternative(name, change.build());
  }

  /**
   * One row a machine: caches as {@code size:ways:line:policy}, in bytes, and TLBs as {@code
   * entries:ways}.
   */
  public static Rows table(List<Alternative> alternatives) {
    return new Rows(TABLE, COLUMNS, alternatives.stream().map(Alternative::row).toList());
  }

  private Row row() {
    return Row.of(
        "alternative", name,
        "model", geometry.name(),
        "l1i", geometry.l1i().argument(),
        "l1d", geometry.l1d().argument(),
        "l2", Optional.ofNullable(geometry.l2()).map(CacheGeometry::argument),
        "l3", Optional.ofNullable(geometry.l3()).map(CacheGeometry::argument),
        "l2Inclusion", geometry.l2Inclusion().word(),
        "l3Inclusion", geometry.l3Inclusion().word(),
        "dtlb", geometry.dtlb().argument(),
        "itlb", geometry.itlb().argument(),
        "stlb", Optional.ofNullable(geometry.stlb()).map(TlbGeometry::argument),
        "pageBytes", geometry.pageBytes(),
        "tagging", geometry.tagging().word(),
        "notes", geometry.notes().isEmpty() ? null : String.join("\n", geometry.notes()));
  }

  /** The machines that {@link #table} made rows of. */
  public static List<Alternative> read(Rows table) {
    return table.rows().stream()
        .map(row -> new Alternative(row.text("alternative"), geometry(row)))
        .toList();
  }

  private static Geometry geometry(Row row) {
    return new Geometry(
        row.text("model"),
        CacheGeometry.ofArgument(row.text("l1i")),
        CacheGeometry.ofArgument(row.text("l1d")),
        row.has("l2") ? CacheGeometry.ofArgument(row.text("l2")) : null,
        row.has("l3") ? CacheGeometry.ofArgument(row.text("l3")) : null,
        Inclusion.of(row.text("l2Inclusion")),
        Inclusion.of(row.text("l3Inclusion")),
        TlbGeometry.ofArgument(row.text("dtlb")),
        TlbGeometry.ofArgument(row.text("itlb")),
        row.has("stlb") ? TlbGeometry.ofArgument(row.text("stlb")) : null,
        row.whole("pageBytes"),
        TlbTagging.valueOf(row.text("tagging").toUpperCase(Locale.ROOT)),
        null,
        row.has("notes") ? List.of(row.text("notes").split("\n", -1)) : List.of());
  }
}
