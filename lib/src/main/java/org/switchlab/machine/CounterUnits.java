package org.switchlab.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The performance monitoring units of the processor's cores; several on a processor with several
 * kinds of core, none where a hypervisor or the firmware hides them.
 */
public final class CounterUnits {

  private static final String BUS = "sys/bus/event_source/devices";

  private final List<CounterUnit> units;

  private CounterUnits(List<CounterUnit> units) {
    this.units = units;
  }

  /** Those of the machine this process runs on. */
  public static CounterUnits read() {
    return read(Path.of("/"));
  }

  /**
   * Those of a captured machine.
   *
   * @param root folder that holds its {@code sys}
   */
  public static CounterUnits read(Path root) {
    var tree = new SystemTree(root);
    List<String> names = RightsParser.counters(tree.names(BUS));
    return new CounterUnits(
        names == null ? List.of() : names.stream().flatMap(name -> unit(tree, name)).toList());
  }

  private static Stream<CounterUnit> unit(SystemTree tree, String name) {
    Integer type = Numbers.parseInt(tree.text(BUS + "/" + name + "/type"));
    return type == null
        ? Stream.empty()
        : Stream.of(
            new CounterUnit(name, type, CpuList.parse(tree.text("sys/devices/" + name + "/cpus"))));
  }

  /** All of them. */
  public List<CounterUnit> all() {
    return units;
  }

  /** The one that counts on {@code cpu}. */
  public Optional<CounterUnit> of(int cpu) {
    return units.stream().filter(unit -> unit.covers(cpu)).findFirst();
  }

  /** Whether kinds of core differ, so that a counter works on some CPUs only. */
  public boolean hybrid() {
    return units.size() > 1;
  }
}
