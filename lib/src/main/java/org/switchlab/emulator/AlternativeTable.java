package org.switchlab.emulator;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/**
 * Modelled machines as rows, and back: caches as {@code size:ways:line:policy}, in bytes, and TLBs
 * as {@code entries:ways}.
 */
public final class AlternativeTable {

  /** Title of the table. */
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

  private AlternativeTable() {}

  /** One row a machine. */
  public static Rows of(List<Alternative> alternatives) {
    return new Rows(TABLE, COLUMNS, alternatives.stream().map(AlternativeTable::row).toList());
  }

  private static Row row(Alternative alternative) {
    Geometry machine = alternative.geometry();
    CacheGeometry l2 = machine.l2();
    CacheGeometry l3 = machine.l3();
    TlbGeometry stlb = machine.stlb();
    return Row.of(
        "alternative", alternative.name(),
        "model", machine.name(),
        "l1i", machine.l1i().argument(),
        "l1d", machine.l1d().argument(),
        "l2", l2 == null ? null : l2.argument(),
        "l3", l3 == null ? null : l3.argument(),
        "l2Inclusion", machine.l2Inclusion().word(),
        "l3Inclusion", machine.l3Inclusion().word(),
        "dtlb", machine.dtlb().argument(),
        "itlb", machine.itlb().argument(),
        "stlb", stlb == null ? null : stlb.argument(),
        "pageBytes", machine.pageBytes(),
        "tagging", machine.tagging().word(),
        "notes", machine.notes().isEmpty() ? null : String.join("\n", machine.notes()));
  }

  /** The machines that {@link #of} made rows of. */
  public static List<Alternative> read(Rows rows) {
    return rows.rows().stream().map(AlternativeTable::read).toList();
  }

  private static Alternative read(Row row) {
    return new Alternative(
        row.text("alternative"),
        new Geometry(
            row.text("model"),
            cache(row.text("l1i")),
            cache(row.text("l1d")),
            row.has("l2") ? cache(row.text("l2")) : null,
            row.has("l3") ? cache(row.text("l3")) : null,
            inclusion(row.text("l2Inclusion")),
            inclusion(row.text("l3Inclusion")),
            tlb(row.text("dtlb")),
            tlb(row.text("itlb")),
            row.has("stlb") ? tlb(row.text("stlb")) : null,
            row.whole("pageBytes"),
            TlbTagging.valueOf(row.text("tagging").toUpperCase(Locale.ROOT)),
            notes(row.has("notes") ? row.text("notes") : null)));
  }

  private static List<String> notes(@Nullable String lines) {
    return lines == null ? List.of() : List.of(lines.split("\n", -1));
  }

  private static CacheGeometry cache(String text) {
    String[] parts = text.split(":", -1);
    boolean infinite = parts[0].equals(GeometryText.INFINITE);
    return new CacheGeometry(
        infinite ? CacheGeometry.INFINITE_BYTES : Long.parseLong(parts[0]),
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        parts[3].equals(Replacement.LRU.word()) ? Replacement.LRU : Replacement.TREE_PLRU);
  }

  private static TlbGeometry tlb(String text) {
    String[] parts = text.split(":", -1);
    boolean infinite = parts[0].equals(GeometryText.INFINITE);
    return new TlbGeometry(
        infinite ? TlbGeometry.INFINITE_ENTRIES : Integer.parseInt(parts[0]),
        Integer.parseInt(parts[1]));
  }

  private static Inclusion inclusion(String word) {
    return Inclusion.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
