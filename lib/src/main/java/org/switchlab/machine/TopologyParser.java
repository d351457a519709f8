package org.switchlab.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Logical CPUs, cores and sockets: Linux Documentation/admin-guide/cputopology.rst. */
final class TopologyParser {

  private static final String CPUS = "sys/devices/system/cpu/";

  private final SystemTree tree;
  private final List<Integer> online;

  private TopologyParser(SystemTree tree) {
    this.tree = tree;
    this.online = CpuList.parse(tree.text(CPUS + "online"));
  }

  static Topology parse(SystemTree tree) {
    TopologyParser parser = new TopologyParser(tree);
    return new Topology(
        parser.online,
        // The main thread's: pinning another thread does not change what the process may use.
        CpuList.parse(tree.afterPrefix("proc/self/status", "Cpus_allowed_list:")),
        CpuList.parse(tree.text(CPUS + "isolated")),
        parser.cores(),
        parser.kinds(),
        parser.sockets(),
        tree.text(CPUS + "smt/control"));
  }

  private List<List<Integer>> cores() {
    List<List<Integer>> cores = new ArrayList<>();
    Set<Integer> placed = new HashSet<>();
    for (int cpu : online) {
      if (placed.contains(cpu)) {
        continue;
      }
      List<Integer> core = CpuList.parse(tree.text(topology(cpu) + "thread_siblings_list"));
      if (core.contains(cpu)) {
        cores.add(core);
        placed.addAll(core);
      }
    }
    return cores;
  }

  private @Nullable Integer sockets() {
    Set<Long> packages = new HashSet<>();
    for (int cpu : online) {
      Long id = tree.number(topology(cpu) + "physical_package_id");
      // Firmware that tells nothing shows as -1.
      if (id != null && id >= 0) {
        packages.add(id);
      }
    }
    return packages.isEmpty() ? null : packages.size();
  }

  private static String topology(int cpu) {
    return CPUS + "cpu" + cpu + "/topology/";
  }

  private List<CoreKind> kinds() {
    List<Integer> performance = CpuList.parse(tree.text("sys/devices/cpu_core/cpus"));
    List<Integer> efficiency = CpuList.parse(tree.text("sys/devices/cpu_atom/cpus"));
    if (!performance.isEmpty() && !efficiency.isEmpty()) {
      return List.of(new CoreKind("cpu_core", performance), new CoreKind("cpu_atom", efficiency));
    }
    return kindsByCapacity();
  }

  private List<CoreKind> kindsByCapacity() {
    Map<Long, List<Integer>> byCapacity = new TreeMap<>(Comparator.reverseOrder());
    for (int cpu : online) {
      Long capacity = tree.number(CPUS + "cpu" + cpu + "/cpu_capacity");
      if (capacity != null) {
        byCapacity.computeIfAbsent(capacity, c -> new ArrayList<>()).add(cpu);
      }
    }
    return byCapacity.size() < 2
        ? List.of()
        : byCapacity.entrySet().stream()
            .map(e -> new CoreKind("capacity " + e.getKey(), e.getValue()))
            .toList();
  }
}
