package org.switchlab.emulator;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.switchlab.emulator.Geometry.Inclusion;
import org.switchlab.machine.DataTable;
import org.switchlab.unit.Named;

/** Geometries of known machines: the paper's, and those students and clouds have. */
public final class Presets {

  private static final List<Geometry> ALL =
      DataTable.rows(Presets.class, "presets.csv").stream().map(Presets::geometry).toList();

  private Presets() {}

  /** All of them, the paper's first. */
  public static List<Geometry> all() {
    return ALL;
  }

  /** The machine of the paper's Table I. */
  public static Geometry paper() {
    return named("xeon-d-1541");
  }

  /**
   * The preset called {@code name}, in any case.
   *
   * @throws IllegalArgumentException listing the presets there are
   */
  public static Geometry named(String name) {
    return Named.find("preset", ALL, Geometry::name, name.strip().toLowerCase(Locale.ROOT));
  }

  /** The columns are explained in the file. */
  private static Geometry geometry(List<String> row) {
    return new Geometry(
        row.get(0),
        CacheGeometry.parse(row.get(2)),
        CacheGeometry.parse(row.get(3)),
        cacheOrNone(row.get(4)),
        cacheOrNone(row.get(5)),
        Inclusion.of(row.get(6)),
        Inclusion.of(row.get(7)),
        TlbGeometry.parse(row.get(8)),
        TlbGeometry.parse(row.get(9)),
        row.get(10).equals("none") ? null : TlbGeometry.parse(row.get(10)),
        Geometry.SMALL_PAGE_BYTES,
        TlbTagging.TAGGED,
        null,
        List.of(row.get(1), row.get(11)));
  }

  private static @Nullable CacheGeometry cacheOrNone(String text) {
    return text.equals("none") ? null : CacheGeometry.parse(text);
  }
}
