package org.switchlab.machine;

import java.util.List;

/**
 * One kind of core of a hybrid processor.
 *
 * @param name the kernel's name for it: {@code cpu_core}, {@code cpu_atom}, or {@code capacity N}
 * @param cpus its logical CPUs
 */
public record CoreKind(String name, List<Integer> cpus) {

  /** Keeps an immutable copy. */
  public CoreKind {
    cpus = List.copyOf(cpus);
  }
}
