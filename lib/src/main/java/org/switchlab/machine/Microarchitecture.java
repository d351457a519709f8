package org.switchlab.machine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table of known microarchitectures that ships with this library: a vendor, a
 * family and the models that belong to it, as in {@link Cpu}; its name, and its TLBs if known.
 */
record Microarchitecture(
    String vendor, int family, List<Integer> models, String name, List<Tlb> tlbs) {

  private static final List<Microarchitecture> TABLE =
      DataTable.rows(Microarchitecture.class, "microarchitectures.csv").stream()
          .map(Microarchitecture::of)
          .toList();

  private static Microarchitecture of(List<String> row) {
    return new Microarchitecture(
        row.get(0),
        Integer.parseInt(row.get(1)),
        CpuList.parse(row.get(2)),
        row.get(3),
        Tlb.parse(row.get(4), Origin.KNOWN));
  }

  /** What is known of a processor, if anything is. */
  static Optional<Microarchitecture> find(
      @Nullable String vendor, @Nullable Integer family, @Nullable Integer model) {
    return TABLE.stream()
        .filter(m -> m.vendor.equals(vendor) && family != null && m.family == family)
        .filter(m -> model != null && m.models.contains(model))
        .findFirst();
  }
}
