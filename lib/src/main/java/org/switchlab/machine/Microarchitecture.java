package org.switchlab.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table of known microarchitectures that ships with this library.
 *
 * @param vendor as {@link Cpu#vendor()}
 * @param family as {@link Cpu#family()}
 * @param models as {@link Cpu#model()}, all that belong to it
 * @param name what its designer calls it
 * @param tlbs its TLBs; empty if the table does not know them
 */
record Microarchitecture(
    String vendor, int family, List<Integer> models, String name, List<Tlb> tlbs) {

  private static final List<Microarchitecture> TABLE =
      DataTable.rows("microarchitectures.csv").stream().map(Microarchitecture::of).toList();

  /** Keeps immutable copies. */
  Microarchitecture {
    models = List.copyOf(models);
    tlbs = List.copyOf(tlbs);
  }

  private static Microarchitecture of(List<String> row) {
    return new Microarchitecture(
        row.get(0),
        Integer.parseInt(row.get(1)),
        CpuList.parse(row.get(2)),
        row.get(3),
        TlbNotation.parse(row.get(4), Origin.KNOWN));
  }

  /** What is known of a processor, if anything is. */
  static @Nullable Microarchitecture find(
      @Nullable String vendor, @Nullable Integer family, @Nullable Integer model) {
    return TABLE.stream()
        .filter(m -> m.vendor.equals(vendor) && family != null && m.family == family)
        .filter(m -> model != null && m.models.contains(model))
        .findFirst()
        .orElse(null);
  }
}
