package org.switchlab.machine;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What this process may do, and what the kernel keeps to itself.
 *
 * @param capabilities effective capabilities that matter here, of {@code CAP_SYS_NICE}, {@code
 *     CAP_PERFMON} and {@code CAP_SYS_ADMIN}; absent if unknown
 * @param realtimePriorityLimit RLIMIT_RTPRIO: highest real-time priority without a capability
 * @param realtimeRuntimeUs time real-time tasks get a period, in µs; −1 is unlimited
 * @param realtimePeriodUs that period, in µs
 * @param perfEventParanoid {@code /proc/sys/kernel/perf_event_paranoid}
 * @param hardwareCounters performance monitoring units of the cores the kernel offers; empty if
 *     there are none, absent if unknown
 */
public record Rights(
    @Nullable SortedSet<String> capabilities,
    @Nullable Long realtimePriorityLimit,
    @Nullable Long realtimeRuntimeUs,
    @Nullable Long realtimePeriodUs,
    @Nullable Integer perfEventParanoid,
    @Nullable List<String> hardwareCounters) {

  /** Keeps immutable copies. */
  public Rights {
    capabilities =
        capabilities == null
            ? null
            : Collections.unmodifiableSortedSet(new TreeSet<>(capabilities));
    hardwareCounters = hardwareCounters == null ? null : List.copyOf(hardwareCounters);
  }

  /** Whether SCHED_FIFO can be had; absent if unknown. */
  public @Nullable Boolean fifo() {
    if (realtimePriorityLimit != null && realtimePriorityLimit > 0) {
      return true;
    }
    return capabilities == null ? null : capabilities.contains("CAP_SYS_NICE");
  }

  /**
   * Whether this process may count events of the kernel; absent if unknown. See perf_event_open(2).
   */
  public @Nullable Boolean kernelEvents() {
    if (perfEventParanoid != null && perfEventParanoid < 2) {
      return true;
    }
    return capabilities == null
        ? null
        : capabilities.contains("CAP_PERFMON") || capabilities.contains("CAP_SYS_ADMIN");
  }
}
