package org.switchlab.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

  private static final String CPUS = "/sys/devices/system/cpu/";

  /**
   * One kind of core of a hybrid processor, with its logical CPUs, by the kernel's name for it:
   * {@code cpu_core}, {@code cpu_atom}, or {@code capacity N}; where it has none, by the highest
   * clock.
   */
  public record CoreKind(String name, List<Integer> cpus) {}

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

  /** The kind of core that {@code cpu} belongs to, if there are several. */
  public Optional<CoreKind> kind(int cpu) {
    return kinds.stream().filter(kind -> kind.cpus().contains(cpu)).findFirst();
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
            .thenComparing(cpu -> kinds.isEmpty() || kinds.getFirst().cpus().contains(cpu))
            .thenComparing(cpu -> cpu != control && !siblings(control).contains(cpu))
            .thenComparing(Comparator.naturalOrder());
    return OptionalInt.of(Collections.max(usable, order));
  }

  /** See Linux Documentation/admin-guide/cputopology.rst. */
  static Topology read(SystemTree tree) {
    // The main thread's: pinning another thread does not change what the process may use.
    List<Integer> mask = CpuList.parse(tree.afterPrefix("/proc/self/status", "Cpus_allowed_list:"));
    List<Integer> listed = tree.cpus(CPUS + "online");
    List<Integer> common = mask.stream().filter(listed::contains).toList();
    // The mask names CPUs that are offline too. A container may be shown a list that counts its
    // CPUs from 0 (lxcfs); the kernel goes by the mask.
    boolean isRenumbered = common.isEmpty() && !mask.isEmpty();
    List<Integer> online = isRenumbered ? mask : listed;
    return new Topology(
        online,
        isRenumbered ? mask : common,
        tree.cpus(CPUS + "isolated"),
        cores(tree, online),
        kinds(tree, online),
        sockets(tree, online),
        tree.text(CPUS + "smt/control"));
  }

  private static List<List<Integer>> cores(SystemTree tree, List<Integer> online) {
    List<List<Integer>> cores = new ArrayList<>();
    Set<Integer> placed = new HashSet<>();
    for (int cpu : online) {
      List<Integer> core = tree.cpus(CPUS + "cpu" + cpu + "/topology/thread_siblings_list");
      if (core.contains(cpu) && !placed.contains(cpu)) {
        cores.add(core);
        placed.addAll(core);
      }
    }
    return cores;
  }

  private static @Nullable Integer sockets(SystemTree tree, List<Integer> online) {
    long packages =
        online.stream()
            .map(cpu -> tree.number(CPUS + "cpu" + cpu + "/topology/physical_package_id"))
            // Firmware that tells nothing shows as -1.
            .filter(id -> id != null && id >= 0)
            .distinct()
            .count();
    return packages == 0 ? null : (int) packages;
  }

  private static List<CoreKind> kinds(SystemTree tree, List<Integer> online) {
    List<Integer> performance = tree.cpus("/sys/devices/cpu_core/cpus");
    List<Integer> efficiency = tree.cpus("/sys/devices/cpu_atom/cpus");
    if (!performance.isEmpty() && !efficiency.isEmpty()) {
      return List.of(new CoreKind("cpu_core", performance), new CoreKind("cpu_atom", efficiency));
    }
    SortedMap<Long, List<Integer>> byCapacity = new TreeMap<>();
    for (int cpu : online) {
      Long capacity = tree.number(CPUS + "cpu" + cpu + "/cpu_capacity");
      if (capacity != null) {
        byCapacity.computeIfAbsent(capacity, c -> new ArrayList<>()).add(cpu);
      }
    }
    if (byCapacity.isEmpty()) {
      return CoreClocks.kinds(tree, online);
    }
    return byCapacity.size() < 2
        ? List.of()
        : byCapacity.reversed().entrySet().stream()
            .map(e -> new CoreKind("capacity " + e.getKey(), e.getValue()))
            .toList();
  }
}
