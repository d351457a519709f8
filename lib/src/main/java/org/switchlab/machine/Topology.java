package org.switchlab.machine;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The logical CPUs and what they share.
 *
 * @param onlineCpus logical CPUs that are online; empty if unknown
 * @param allowedCpus logical CPUs this process may use (affinity and cpuset); empty if unknown
 * @param isolatedCpus CPUs kept free of ordinary tasks (boot option {@code isolcpus})
 * @param cores the online CPUs of each core, one list a core; empty if unknown
 * @param kinds kinds of core of a hybrid processor, fastest first; empty if all are alike
 * @param sockets processor packages; absent if unknown
 * @param smtControl what {@code /sys/devices/system/cpu/smt/control} says
 */
public record Topology(
    List<Integer> onlineCpus,
    List<Integer> allowedCpus,
    List<Integer> isolatedCpus,
    List<List<Integer>> cores,
    List<CoreKind> kinds,
    @Nullable Integer sockets,
    @Nullable String smtControl) {

  /** Keeps immutable copies. */
  public Topology {
    onlineCpus = List.copyOf(onlineCpus);
    allowedCpus = List.copyOf(allowedCpus);
    isolatedCpus = List.copyOf(isolatedCpus);
    cores = cores.stream().map(List::copyOf).toList();
    kinds = List.copyOf(kinds);
  }

  /** The other online CPUs of the core that {@code cpu} belongs to; empty if it stands alone. */
  public List<Integer> siblings(int cpu) {
    return cores.stream()
        .filter(core -> core.contains(cpu))
        .flatMap(List::stream)
        .filter(other -> other != cpu)
        .toList();
  }

  /** See {@link Machine#measuringCpu()}. */
  OptionalInt measuringCpu() {
    List<Integer> usable = allowedCpus.isEmpty() ? onlineCpus : allowedCpus;
    if (usable.isEmpty()) {
      return OptionalInt.empty();
    }
    int control = usable.getFirst();
    Comparator<Integer> order =
        Comparator.comparing((Integer cpu) -> cpu != 0)
            .thenComparing(cpu -> isFastest(cpu))
            .thenComparing(cpu -> cpu != control && !siblings(control).contains(cpu))
            .thenComparing(Comparator.naturalOrder());
    return usable.stream().max(order).map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private boolean isFastest(int cpu) {
    return kinds.isEmpty() || kinds.getFirst().cpus().contains(cpu);
  }
}
