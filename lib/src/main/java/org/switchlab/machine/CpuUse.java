package org.switchlab.machine;

import java.nio.file.Path;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How long CPUs have worked since the system started, in the kernel's ticks of a hundredth of a
 * second: proc_stat(5), proc_pid_stat(5).
 *
 * @param ownTicks by this process and by its children that have ended
 * @param busyTicks by anybody here, and by a virtual machine's neighbours while we waited for them
 * @param allTicks both busy and idle
 */
public record CpuUse(long ownTicks, long busyTicks, long allTicks) {

  /** Ticks come one by one: of fewer no share is worth telling. */
  private static final long FEWEST_TICKS = 50;

  /** Where a run's own work fills all CPUs, the little that others need is all that it left. */
  private static final double LITTLE = 0.2;

  /** User, nice, system, two kinds of interrupt, steal, by position; guests are part of user. */
  private static final int[] BUSY = {0, 1, 2, 5, 6, 7};

  private static final int[] IDLE = {3, 4};

  /** Own user and system time, and that of children waited for; after the command's name. */
  private static final int[] OWN = {11, 12, 13, 14};

  /** Up to now; null if the kernel does not tell. */
  public static @Nullable CpuUse now() {
    return read(new SystemTree(Path.of("/")));
  }

  static @Nullable CpuUse read(SystemTree tree) {
    Long busy = sum(tree.afterPrefix("/proc/stat", "cpu "), BUSY);
    Long idle = sum(tree.afterPrefix("/proc/stat", "cpu "), IDLE);
    String self = tree.textOrEmpty("/proc/self/stat");
    Long own = sum(self.substring(self.lastIndexOf(')') + 1).strip(), OWN);
    return busy == null || idle == null || own == null ? null : new CpuUse(own, busy, busy + idle);
  }

  private static @Nullable Long sum(@Nullable String numbers, int[] positions) {
    String[] fields = numbers == null ? new String[0] : numbers.split("\\s+", -1);
    long sum = 0;
    for (int position : positions) {
      Long ticks = position < fields.length ? Numbers.parse(fields[position]) : null;
      if (ticks == null) {
        return null;
      }
      sum += ticks;
    }
    return sum;
  }

  /**
   * Of the time since {@code start} that this process left to others, the share in which they
   * worked; 0 if that was little of the whole machine, empty if too short a time has passed.
   */
  public OptionalDouble othersShareSince(CpuUse start) {
    long all = allTicks - start.allTicks;
    long own = ownTicks - start.ownTicks;
    long others = busyTicks - start.busyTicks - own;
    if (all < FEWEST_TICKS) {
      return OptionalDouble.empty();
    }
    boolean little = others < LITTLE * all || own >= all;
    return OptionalDouble.of(little ? 0 : Math.min(1, (double) others / (all - own)));
  }
}
