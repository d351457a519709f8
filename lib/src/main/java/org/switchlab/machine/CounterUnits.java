package org.switchlab.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The performance monitoring units of the processor's cores; several on a processor with several
 * kinds of core, none where a hypervisor or the firmware hides them.
 */
public record CounterUnits(List<Unit> all) {

  private static final String BUS = "/sys/bus/event_source/devices";

  /** Those of cores; the others in that folder belong to buses, memory or software. */
  private static final Pattern OF_CORES =
      Pattern.compile("cpu|cpu_core|cpu_atom|cpum_cf|armv\\d.*|apple_.*_pmu");

  /** Those of the machine this process runs on. */
  public static CounterUnits read() {
    return read(Path.of("/"));
  }

  /** Those of a captured machine, whose {@code sys} is in the folder {@code root}. */
  public static CounterUnits read(Path root) {
    var tree = new SystemTree(root);
    List<String> names = Objects.requireNonNullElse(names(tree), List.of());
    return new CounterUnits(names.stream().flatMap(name -> unit(tree, name)).toList());
  }

  /** Their names; absent if they cannot be listed. */
  static @Nullable List<String> names(SystemTree tree) {
    List<String> devices = tree.list(BUS);
    return devices == null ? null : devices.stream().filter(OF_CORES.asMatchPredicate()).toList();
  }

  private static Stream<Unit> unit(SystemTree tree, String name) {
    Integer type = Numbers.parseInt(tree.text(BUS + "/" + name + "/type"));
    return type == null
        ? Stream.empty()
        : Stream.of(new Unit(name, type, tree.cpus("/sys/devices/" + name + "/cpus")));
  }

  /** The one that counts on {@code cpu}. */
  public Optional<Unit> of(int cpu) {
    return all.stream().filter(unit -> unit.covers(cpu)).findFirst();
  }

  /** Whether kinds of core differ, so that a counter works on some CPUs only. */
  public boolean hybrid() {
    return all.size() > 1;
  }

  /**
   * A performance monitoring unit of the processor's cores, as the kernel offers it.
   *
   * @param name the kernel's name for it: {@code cpu}, {@code cpu_core}, {@code armv8_pmuv3_0}, …
   * @param type the number by which {@code perf_event_open} knows it
   * @param cpus logical CPUs that have it; empty if all do
   */
  public record Unit(String name, int type, List<Integer> cpus) {

    /** Keeps an immutable copy. */
    public Unit {
      cpus = List.copyOf(cpus);
    }

    /** Whether {@code cpu} has it. */
    public boolean covers(int cpu) {
      return cpus.isEmpty() || cpus.contains(cpu);
    }
  }
}
