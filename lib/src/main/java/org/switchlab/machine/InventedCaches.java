package org.switchlab.machine;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.switchlab.unit.Units;

/**
 * Tells caches that a hypervisor invents from those of the processor. QEMU tells a guest of an L2
 * of 4 MiB and an L3 of 16 MiB, both 16-way, where it is not asked to pass on the host's: QEMU,
 * target/i386/cpu.c, {@code legacy_l2_cache} and {@code legacy_l3_cache}.
 */
final class InventedCaches {

  private static final long L2_BYTES = 4L << 20;
  private static final long L3_BYTES = 16L << 20;
  private static final Integer WAYS = 16;

  private InventedCaches() {}

  /** Why the L2 and L3 of a machine are doubted, in a few words; empty if they are not. */
  static Optional<String> doubt(Machine machine) {
    Optional<Cache> l2 = machine.dataCache(2);
    if (l2.isEmpty() || Virtualization.NONE.equals(machine.virtualization().hypervisor())) {
      return Optional.empty();
    }
    String model = machine.cpuModel();
    boolean isMadeUp = model.toLowerCase(Locale.ROOT).matches("(qemu|common kvm).*");
    if (!isMadeUp && !hasQemusValues(machine, l2.get())) {
      return Optional.empty();
    }
    return Optional.of(
        "an L2 of %s is what QEMU tells its guests, whatever the host has (%s)"
            .formatted(Units.bytes(l2.get().sizeBytes()), model));
  }

  private static boolean hasQemusValues(Machine machine, Cache l2) {
    boolean isL2 = l2.sizeBytes() == L2_BYTES && Objects.equals(l2.ways(), WAYS);
    return isL2 && machine.cacheBytes(3).orElse(L3_BYTES) == L3_BYTES;
  }
}
