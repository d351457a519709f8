package org.switchlab.machine;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The running kernel.
 *
 * @param release for instance {@code 6.8.0-45-generic}
 * @param version its build: number, configuration, date
 * @param mitigations state of each processor vulnerability, by the kernel's name of it; empty if
 *     unknown
 * @param clockSource what the kernel reads the time from
 * @param clockSources what it could read the time from
 */
public record Kernel(
    @Nullable String release,
    @Nullable String version,
    SortedMap<String, String> mitigations,
    @Nullable String clockSource,
    List<String> clockSources) {

  /** Keeps immutable copies. */
  public Kernel {
    mitigations = Collections.unmodifiableSortedMap(new TreeMap<>(mitigations));
    clockSources = List.copyOf(clockSources);
  }
}
