package org.switchlab.counter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.switchlab.os.Errno;
import org.switchlab.os.NativeException;
import org.switchlab.os.PerfCounter;
import org.switchlab.os.PerfGroup;
import org.switchlab.os.PerfKernel;

/**
 * Counters divided into groups that the processor can count at once, by asking its kernel.
 *
 * <p>The kernel refuses a group with EINVAL that cannot stand in the counters the processor has. It
 * does not look whether somebody else holds some of them: that shows only when the group runs (see
 * {@link org.switchlab.os.MultiplexedException}), and then smaller groups must be made.
 *
 * @param groups what can be counted
 * @param refused what cannot be counted even alone, and why
 */
record CounterGroups(List<List<PerfCounter>> groups, Map<PerfCounter, NativeException> refused) {

  /** Divides {@code wanted}, in that order, into groups of {@code most} at most. */
  static CounterGroups divide(PerfKernel kernel, List<PerfCounter> wanted, int most) {
    List<List<PerfCounter>> groups = new ArrayList<>();
    Map<PerfCounter, NativeException> refused = new LinkedHashMap<>();
    List<PerfCounter> group = new ArrayList<>();
    for (PerfCounter counter : wanted) {
      NativeException alone = refusal(kernel, List.of(counter));
      if (alone != null) {
        refused.put(counter, alone);
        continue;
      }
      group.add(counter);
      if (group.size() > most || refusal(kernel, group) != null) {
        group.removeLast();
        groups.add(List.copyOf(group));
        group = new ArrayList<>(List.of(counter));
      }
    }
    if (!group.isEmpty()) {
      groups.add(List.copyOf(group));
    }
    return new CounterGroups(groups, refused);
  }

  /** The size of the largest group. */
  int largest() {
    return groups.stream().mapToInt(List::size).max().orElse(0);
  }

  /** Why the group cannot be opened on this process; null if it can. */
  private static @Nullable NativeException refusal(PerfKernel kernel, List<PerfCounter> group) {
    long self = ProcessHandle.current().pid();
    try {
      PerfGroup.open(kernel, self, group, PerfGroup.Start.ON_ENABLE).close();
      return null;
    } catch (NativeException e) {
      if (e.is(Errno.EMFILE)) {
        throw new CounterException("no counter can be opened: " + e.getMessage(), e);
      }
      return e;
    }
  }
}
