package org.switchlab.machine;

import java.util.List;

/**
 * A performance monitoring unit of the processor's cores, as the kernel offers it.
 *
 * @param name the kernel's name for it: {@code cpu}, {@code cpu_core}, {@code armv8_pmuv3_0}, …
 * @param type the number by which {@code perf_event_open} knows it
 * @param cpus logical CPUs that have it; empty if all do
 */
public record CounterUnit(String name, int type, List<Integer> cpus) {

  /** Keeps an immutable copy. */
  public CounterUnit {
    cpus = List.copyOf(cpus);
  }

  /** Whether {@code cpu} has it. */
  public boolean covers(int cpu) {
    return cpus.isEmpty() || cpus.contains(cpu);
  }
}
