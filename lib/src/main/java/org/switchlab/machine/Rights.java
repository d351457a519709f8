package org.switchlab.machine;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
 * @param fifoByTrial whether the kernel granted SCHED_FIFO when it was asked; absent if it was not
 */
public record Rights(
    @Nullable SortedSet<String> capabilities,
    @Nullable Long realtimePriorityLimit,
    @Nullable Long realtimeRuntimeUs,
    @Nullable Long realtimePeriodUs,
    @Nullable Integer perfEventParanoid,
    @Nullable List<String> hardwareCounters,
    @Nullable Boolean fifoByTrial) {

  /** Bit numbers: Linux, include/uapi/linux/capability.h. */
  private static final Map<String, Integer> CAPABILITY_BITS =
      Map.of("CAP_SYS_ADMIN", 21, "CAP_SYS_NICE", 23, "CAP_PERFMON", 38);

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
    return fifoByTrial != null ? fifoByTrial : promised();
  }

  /** Whether limits and capabilities promise SCHED_FIFO and the kernel refused it all the same. */
  boolean looksGranted() {
    return Boolean.FALSE.equals(fifoByTrial) && Boolean.TRUE.equals(promised());
  }

  private @Nullable Boolean promised() {
    if (realtimePriorityLimit != null && realtimePriorityLimit > 0) {
      return true;
    }
    return capabilities == null ? null : capabilities.contains("CAP_SYS_NICE");
  }

  /** Whether events of the kernel may be counted, see perf_event_open(2); absent if unknown. */
  public @Nullable Boolean kernelEvents() {
    if (perfEventParanoid != null && perfEventParanoid < 2) {
      return true;
    }
    return capabilities == null
        ? null
        : capabilities.contains("CAP_PERFMON") || capabilities.contains("CAP_SYS_ADMIN");
  }

  /** See capabilities(7), getrlimit(2), sched(7). */
  static Rights read(SystemTree tree) {
    return new Rights(
        capabilities(tree.afterPrefix("/proc/self/status", "CapEff:")),
        priorityLimit(tree.afterPrefix("/proc/self/limits", "Max realtime priority")),
        tree.number("/proc/sys/kernel/sched_rt_runtime_us"),
        tree.number("/proc/sys/kernel/sched_rt_period_us"),
        Numbers.parseInt(tree.text("/proc/sys/kernel/perf_event_paranoid")),
        CounterUnits.names(tree),
        null);
  }

  /**
   * The same where the kernel was asked: capabilities of a user namespace look like rights and
   * grant none.
   */
  Rights tried(boolean isFifoGranted) {
    return new Rights(
        capabilities,
        realtimePriorityLimit,
        realtimeRuntimeUs,
        realtimePeriodUs,
        perfEventParanoid,
        hardwareCounters,
        isFifoGranted);
  }

  private static @Nullable SortedSet<String> capabilities(@Nullable String hex) {
    if (hex == null || !hex.matches("\\p{XDigit}{1,16}")) {
      return null;
    }
    BigInteger mask = new BigInteger(hex, 16);
    return CAPABILITY_BITS.entrySet().stream()
        .filter(capability -> mask.testBit(capability.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static @Nullable Long priorityLimit(@Nullable String limits) {
    String soft = limits == null ? null : limits.split("\\s+", -1)[0];
    // 99 is the highest priority there is: sched(7).
    return "unlimited".equals(soft) ? Long.valueOf(99) : Numbers.parse(soft);
  }
}
