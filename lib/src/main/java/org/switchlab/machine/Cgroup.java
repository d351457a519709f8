package org.switchlab.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the control groups of this process limit. The tightest quota on the way from its group to
 * the root is the one that counts.
 *
 * @param version 1 or 2: the hierarchy that carries the CPU controller; absent if none does
 * @param quotaUs CPU time allowed a period, in µs; absent if unlimited or unknown
 * @param periodUs the period of the quota, in µs
 * @param quotaFile the file that holds the quota
 * @param cpuset CPUs the group may use; empty if unknown
 * @param periods periods in which the group ran
 * @param throttledPeriods periods in which it was stopped because the quota was used up
 * @param throttledNs how long it was stopped altogether, in ns
 */
public record Cgroup(
    @Nullable Integer version,
    @Nullable Long quotaUs,
    @Nullable Long periodUs,
    @Nullable String quotaFile,
    List<Integer> cpuset,
    @Nullable Long periods,
    @Nullable Long throttledPeriods,
    @Nullable Long throttledNs) {

  /** Keeps an immutable copy. */
  public Cgroup {
    cpuset = List.copyOf(cpuset);
  }

  /** How many CPUs' worth of time the quota allows; absent if unlimited or unknown. */
  public @Nullable Double quotaCpus() {
    return quotaUs == null || periodUs == null ? null : (double) quotaUs / periodUs;
  }
}
